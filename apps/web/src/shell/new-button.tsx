import { FilePlus2 } from "lucide-react";
import { Button } from "../ui/button.js";
import { useDialog } from "./use-dialog.js";

/** Where there is no cluster: the way to one. */
export function NewButton() {
  const { open } = useDialog();
  return (
    <Button icon={FilePlus2} onClick={() => open("new")}>
      Begin a new spec
    </Button>
  );
}
