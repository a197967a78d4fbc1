import { ChevronDown, Download, Ellipsis } from "lucide-react";
import { memo } from "react";
import { useDocument, useSnapshot } from "../document/document-context.js";
import { originText } from "../document/origin-text.js";
import { Button, IconButton, IconLink } from "../ui/button.js";
import { ActionMenu } from "./action-menu.js";
import { type Actions, type AppAction, EXPORT_ACTIONS } from "./actions.js";
import { Logo } from "./logo.js";
import type { Theme } from "./theme.js";
import { ThemeMenu } from "./theme-menu.js";

interface TopBarProps {
  readonly clusterName: string | null;
  readonly actions: Actions;
  readonly theme: Theme;
  readonly onTheme: (theme: Theme) => void;
}

export function TopBar({ clusterName, actions, theme, onTheme }: TopBarProps) {
  const {
    palette,
    shortcuts,
    undo,
    redo,
    changes,
    new: begin,
    examples,
    import: importSpec,
    share,
  } = actions;
  const { inspect, playground } = actions;
  const { downloadScopeConfig, copyScopeConfig } = actions;
  const exports = EXPORT_ACTIONS.map((id) => actions[id]).filter(
    // They are there when the forms show a group.
    (action) => action.enabled || (action !== downloadScopeConfig && action !== copyScopeConfig),
  );
  return (
    <header className="flex h-12 shrink-0 items-center gap-1 border-b border-line bg-surface px-3">
      <h1 className="flex items-center gap-2 text-base font-semibold">
        <Logo />
        <span className="max-sm:sr-only md:max-lg:sr-only">Lookinglass</span>
      </h1>
      <DocumentName clusterName={clusterName} />
      <div className="ml-auto flex items-center gap-1">
        <ActionButton action={undo} />
        <ActionButton action={redo} />
        <div className="flex items-center gap-1 max-md:hidden">
          <TextAction action={changes} roomy />
          <Divider />
          <TextAction action={begin} />
          <TextAction action={examples} />
          <TextAction action={importSpec} />
          <ActionMenu
            actions={exports}
            trigger={(props) => (
              <Button look="quiet" icon={Download} className="px-2" {...props}>
                Export
                <ChevronDown aria-hidden className="size-3.5 text-ink-3" />
              </Button>
            )}
          />
          <Divider />
          <ActionButton action={inspect} />
          <ActionButton action={playground} />
          <ActionButton action={palette} />
          <div className="max-xl:hidden">
            <ActionButton action={shortcuts} />
          </div>
        </div>
        <div className="md:hidden">
          <ActionMenu
            actions={[
              changes,
              palette,
              begin,
              examples,
              importSpec,
              ...exports,
              inspect,
              playground,
              shortcuts,
            ]}
            trigger={(props) => (
              <button
                type="button"
                aria-label="More"
                className="grid size-8 place-items-center rounded-md text-ink-2 hover:bg-hover"
                {...props}
              >
                <Ellipsis aria-hidden className="size-4" />
              </button>
            )}
          />
        </div>
        <ThemeMenu theme={theme} onChange={onTheme} />
        <Button look="primary" icon={share.icon} onClick={share.run} className="ml-1">
          {share.title}
        </Button>
      </div>
    </header>
  );
}

function Divider() {
  return <span aria-hidden className="mx-1 h-5 border-l border-line" />;
}

/** Drawn anew when its action changes, not at every key. */
const ActionButton = memo(function ActionButton({
  action: { title, icon, shortcuts, enabled, href, pressed, run },
}: {
  readonly action: AppAction;
}) {
  if (href !== null) return <IconLink icon={icon} label={title} href={href} />;
  return (
    <IconButton
      icon={icon}
      label={title}
      shortcut={shortcuts[0]}
      disabled={!enabled}
      aria-pressed={pressed ?? undefined}
      onClick={run}
    />
  );
});

interface TextActionProps {
  readonly action: AppAction;
  /** On narrower screens its icon stands alone. */
  readonly roomy?: boolean;
}

function TextAction({ action: { title, icon, pressed, run }, roomy = false }: TextActionProps) {
  return (
    <Button look="quiet" icon={icon} aria-pressed={pressed ?? undefined} onClick={run} className="px-2">
      <span className={roomy ? "max-xl:sr-only" : undefined}>{title}</span>
    </Button>
  );
}

/** The cluster's name, and where the text came from. */
function DocumentName({ clusterName }: { readonly clusterName: string | null }) {
  const { origin, baseline, store } = useDocument();
  const { text } = useSnapshot(store);
  const name = clusterName ?? "Unnamed cluster";
  const from = `${originText(origin)}${text === baseline ? "" : " · edited"}`;
  return (
    <p className="ml-2 flex min-w-0 items-baseline gap-2 border-l border-line pl-3">
      <span title={name} className="truncate font-medium">
        {name}
      </span>
      <span title={from} className="truncate text-xs text-ink-3 max-xl:hidden">
        {from}
      </span>
    </p>
  );
}
