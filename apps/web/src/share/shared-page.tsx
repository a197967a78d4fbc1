import { createApiClient, type Problem, type Share } from "@lookinglass/api-contract";
import { useQuery } from "@tanstack/react-query";
import { Files } from "lucide-react";
import { useEffect } from "react";
import { useLocation } from "wouter";
import { writeDraft } from "../document/draft.js";
import { useInspection } from "../engine/use-inspection.js";
import { LookingGlass } from "../looking-glass/looking-glass.js";
import { Logo } from "../shell/logo.js";
import { PaneTabs } from "../shell/pane-tabs.js";
import { useTheme } from "../shell/theme.js";
import { ThemeMenu } from "../shell/theme-menu.js";
import { useLayout } from "../shell/use-layout.js";
import { useView } from "../shell/use-view.js";
import { PlainYaml } from "../spec-editor/plain-yaml.js";
import { Button } from "../ui/button.js";
import { dayText } from "./expiry.js";
import { ShareProblem } from "./share-problem.js";

const api = createApiClient();

type ShareAnswer =
  | { readonly ok: true; readonly share: Share }
  | { readonly ok: false; readonly problem: Problem };

async function readShare(id: string, signal: AbortSignal): Promise<ShareAnswer> {
  const answer = await api.readShare(id, { signal });
  return answer.ok ? { ok: true, share: answer.data } : { ok: false, problem: answer.problem };
}

/** A read-only preview of what somebody shared. */
export default function SharedPage({ id }: { readonly id: string }) {
  useNoIndex();
  const { data, refetch } = useQuery({
    queryKey: ["share", id],
    queryFn: ({ signal }) => readShare(id, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    networkMode: "always",
  });
  if (!data) return <p className="p-6 text-ink-3">Opening the shared preview…</p>;
  if (!data.ok) return <ShareProblem problem={data.problem} onRetry={() => void refetch()} />;
  return <SharedPreview share={data.share} />;
}

/** Shares are for those who have the link, not for search engines. */
function useNoIndex() {
  useEffect(() => {
    const tag = document.createElement("meta");
    tag.name = "robots";
    tag.content = "noindex";
    document.head.append(tag);
    return () => tag.remove();
  }, []);
}

function SharedPreview({ share }: { readonly share: Share }) {
  const { shown, failure } = useInspection(share.spec, share.settings);
  const [view, changeView] = useView();
  const layout = useLayout();
  const title = share.title ?? shown?.inspection.analysis.cluster.name ?? "Shared preview";
  useEffect(() => {
    document.title = `${title} · Lookinglass`;
  }, [title]);
  const glass = (
    <section aria-label="Looking glass" className="@container h-full min-h-0 bg-surface">
      {shown && <LookingGlass shown={shown} view={view} onView={changeView} />}
      {failure && <p className="p-4 text-error">The preview failed: {failure.message}</p>}
    </section>
  );
  const spec = <PlainYaml text={share.spec} label="Shared cluster spec, read-only" />;
  return (
    <div className="flex h-full flex-col">
      <SharedHeader share={share} title={title} />
      <main className="min-h-0 flex-1">
        {layout === "one" ? (
          <PaneTabs
            label="Areas"
            value={view.pane === "spec" ? "spec" : "glass"}
            onChange={(pane) => changeView({ pane }, { replace: true })}
            tabs={[
              { id: "glass", title: "Looking glass", content: glass },
              { id: "spec", title: "Spec", content: spec },
            ]}
          />
        ) : (
          <div className="grid h-full grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)]">
            <section aria-label="Spec" className="min-h-0 border-r border-line">
              {spec}
            </section>
            {glass}
          </div>
        )}
      </main>
    </div>
  );
}

function SharedHeader({ share, title }: { readonly share: Share; readonly title: string }) {
  const [theme, setTheme] = useTheme();
  const [, navigate] = useLocation();
  const openCopy = () => {
    const { id, spec, settings } = share;
    const origin = { kind: "share", id, title: share.title } as const;
    writeDraft(localStorage, { text: spec, baseline: spec, origin, settings });
    navigate("/");
  };
  return (
    <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-surface px-3 py-1">
      <Logo />
      <h1 className="min-w-0 truncate text-base font-semibold">{title}</h1>
      <p className="text-xs text-ink-3">
        Read-only · shared {dayText(share.createdAt)} · until {dayText(share.expiresAt)}
      </p>
      <div className="ml-auto flex items-center gap-1">
        <ThemeMenu theme={theme} onChange={setTheme} />
        <Button look="primary" icon={Files} onClick={openCopy}>
          Open a copy
        </Button>
      </div>
    </header>
  );
}
