import { ChevronDown } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { Button } from "../ui/button.js";
import { MENU, MENU_ITEM } from "../ui/menu.js";
import { useRoleData } from "./use-role-data.js";

interface RoleDataMenuProps {
  readonly onChoose: (role: string, json: string) => void;
}

/** Takes the data over from a role of the spec that is open in the designer. */
export function RoleDataMenu({ onChoose }: RoleDataMenuProps) {
  const roles = useRoleData();
  if (roles.length === 0) return null;
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button small look="quiet">
          Take from your spec
          <ChevronDown aria-hidden className="size-3.5 text-ink-3" />
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end" sideOffset={6} className={`${MENU} max-h-80 overflow-auto`}>
        {roles.map(({ role, json, sources }) => (
          <DropdownMenu.Item
            key={role}
            onSelect={() => onChoose(role, `${sources}${json}\n`)}
            className={MENU_ITEM}
          >
            {role}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
