import type { PullConditions } from "@lookinglass/designer";

/** What is traced, as the URL's query keeps it beside role and phase. */
export interface PullView {
  /** As typed; not always a reference that containerd takes. */
  readonly image: string;
  readonly conditions: Conditions;
}

/** One of the conditions that hold or do not. */
export type Flag = Exclude<keyof PullConditions, "mirrorDown">;

export type Conditions = { readonly [Name in Flag]: boolean } & { readonly mirrorDown: readonly string[] };

export const DEFAULT_IMAGE = "docker.io/library/nginx:latest";

/** Names in the URL. */
const FLAGS = {
  upstreamDown: "registry-down",
  spegelNotReady: "spegel-not-ready",
  imageOnNoNode: "on-no-node",
  mastersDown: "masters-down",
} as const satisfies Record<Flag, string>;

/** Bounds what a link can ask for. */
const MAX_MIRRORS_DOWN = 64;

export function readPullView(params: URLSearchParams): PullView {
  const flags = (params.get("if") ?? "").split(",");
  const holds = (flag: Flag) => flags.includes(FLAGS[flag]);
  return {
    image: params.get("image") ?? DEFAULT_IMAGE,
    conditions: {
      upstreamDown: holds("upstreamDown"),
      spegelNotReady: holds("spegelNotReady"),
      imageOnNoNode: holds("imageOnNoNode"),
      mastersDown: holds("mastersDown"),
      mirrorDown: params.getAll("down").slice(0, MAX_MIRRORS_DOWN),
    },
  };
}

/** The query after a change; what is as by default is left out, and everything that is not ours is kept. */
export function writePullView(params: URLSearchParams, change: Partial<PullView>): URLSearchParams {
  const { image, conditions } = { ...readPullView(params), ...change };
  const written = new URLSearchParams(params);
  for (const name of ["image", "if", "down"]) written.delete(name);
  if (image !== DEFAULT_IMAGE) written.set("image", image);
  const flags = Object.entries(FLAGS).filter(([flag]) => isFlag(flag) && conditions[flag]);
  if (flags.length > 0) written.set("if", flags.map(([, name]) => name).join(","));
  for (const mirror of conditions.mirrorDown) written.append("down", mirror);
  return written;
}

function isFlag(name: string): name is Flag {
  return Object.hasOwn(FLAGS, name);
}
