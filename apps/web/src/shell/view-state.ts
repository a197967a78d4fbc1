import type { PhaseId } from "@lookinglass/designer";

/** What the page shows, as the URL's query keeps it: links and the back button work. */
export interface ViewState {
  /** Id of the role in the looking glass; null: the first one. */
  readonly role: string | null;
  readonly phase: PhaseId;
  /** Path under certs.d; null: the first active file. */
  readonly file: string | null;
  readonly pane: Pane;
  /** What stands in place of the areas; null: nothing. */
  readonly page: Page | null;
  /** Id of the example that the document was opened from. */
  readonly example: string | null;
}

/** The areas that share the place when there is not room for all. */
export const PANES = ["design", "spec", "glass", "problems"] as const;
export type Pane = (typeof PANES)[number];

/** Views that take the whole workbench. */
const PAGES = ["changes"] as const;
export type Page = (typeof PAGES)[number];

const PHASE_IDS: readonly PhaseId[] = ["bootstrap", "running", "agent-rerun"];

const DEFAULT_VIEW: ViewState = {
  role: null,
  phase: "bootstrap",
  file: null,
  pane: "design",
  page: null,
  example: null,
};

export function readView(params: URLSearchParams): ViewState {
  return {
    role: params.get("role"),
    phase: PHASE_IDS.find((phase) => phase === params.get("phase")) ?? DEFAULT_VIEW.phase,
    file: params.get("file"),
    pane: PANES.find((pane) => pane === params.get("view")) ?? DEFAULT_VIEW.pane,
    page: PAGES.find((page) => page === params.get("page")) ?? null,
    example: params.get("example"),
  };
}

/** The query after a change; what is as by default is left out, and everything that is not ours is kept. */
export function writeView(params: URLSearchParams, change: Partial<ViewState>): URLSearchParams {
  const view = { ...readView(params), ...change };
  const written = new URLSearchParams(params);
  const put = (name: string, value: string | null, unset: string | null) => {
    if (value === null || value === unset) written.delete(name);
    else written.set(name, value);
  };
  put("example", view.example, null);
  put("role", view.role, null);
  put("phase", view.phase, DEFAULT_VIEW.phase);
  put("file", view.file, null);
  put("view", view.pane, DEFAULT_VIEW.pane);
  put("page", view.page, null);
  return written;
}
