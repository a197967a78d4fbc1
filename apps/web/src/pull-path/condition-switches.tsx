import { Circle, CircleOff } from "lucide-react";
import { Switch } from "radix-ui";
import { Button } from "../ui/button.js";
import type { Conditions, Flag } from "./pull-view.js";

interface ConditionSwitchesProps {
  readonly conditions: Conditions;
  /** Endpoints that the file names. */
  readonly mirrors: readonly string[];
  readonly onChange: (conditions: Conditions) => void;
}

const FLAGS: readonly (readonly [Flag, string])[] = [
  ["upstreamDown", "Registry down"],
  ["spegelNotReady", "Spegel not ready on this node"],
  ["imageOnNoNode", "No node has the image"],
  ["mastersDown", "Masters down"],
];

/** What goes wrong in the world around the node. */
export function ConditionSwitches({ conditions, mirrors, onChange }: ConditionSwitchesProps) {
  const { mirrorDown } = conditions;
  const setMirror = (mirror: string, down: boolean) =>
    onChange({
      ...conditions,
      mirrorDown: [...mirrorDown.filter((other) => other !== mirror), ...(down ? [mirror] : [])],
    });
  const namesOnce = new Set(mirrors.map(hostOf)).size === mirrors.length;
  const any = mirrorDown.length > 0 || FLAGS.some(([flag]) => conditions[flag]);
  return (
    <fieldset>
      <legend className="text-xs font-medium text-ink-2">What if</legend>
      <div className="mt-1 flex flex-wrap gap-1">
        {FLAGS.map(([flag, title]) => (
          <ConditionSwitch
            key={flag}
            title={title}
            on={conditions[flag]}
            onChange={(on) => onChange({ ...conditions, [flag]: on })}
          />
        ))}
        {mirrors.map((mirror) => (
          <ConditionSwitch
            key={mirror}
            title={`${namesOnce ? hostOf(mirror) : mirror} down`}
            mono
            on={mirrorDown.includes(mirror)}
            onChange={(on) => setMirror(mirror, on)}
          />
        ))}
        {any && (
          <Button small look="quiet" onClick={() => onChange(NOTHING_WRONG)}>
            All well
          </Button>
        )}
      </div>
    </fieldset>
  );
}

const NOTHING_WRONG: Conditions = {
  upstreamDown: false,
  spegelNotReady: false,
  imageOnNoNode: false,
  mastersDown: false,
  mirrorDown: [],
};

function hostOf(endpoint: string): string {
  return endpoint.replace(/^https?:\/\//, "");
}

interface ConditionSwitchProps {
  readonly title: string;
  readonly mono?: boolean;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

function ConditionSwitch({ title, mono, on, onChange }: ConditionSwitchProps) {
  const Icon = on ? CircleOff : Circle;
  return (
    <Switch.Root
      checked={on}
      onCheckedChange={onChange}
      className="inline-flex min-h-6.5 max-w-full items-center gap-1.5 rounded-full border border-line-strong/60 bg-surface px-2 text-left text-xs text-ink-2 transition-colors hover:bg-hover data-[state=checked]:border-error data-[state=checked]:bg-error-soft data-[state=checked]:font-medium data-[state=checked]:text-error"
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span className={mono ? "min-w-0 font-mono wrap-anywhere" : undefined}>{title}</span>
    </Switch.Root>
  );
}
