import { useQuery } from "@tanstack/react-query";
import { useLocationProperty } from "wouter/use-browser-location";
import { type LinkProblem, readLink } from "./link/read-link.js";
import { SharePending } from "./share-pending.js";
import { type ProblemText, ShareProblem } from "./share-problem.js";
import { SharedPreview } from "./shared-preview.js";
import { useNoIndex } from "./use-no-index.js";

/** A read-only preview of the spec that the link itself carries, after its "#": no server is asked. */
export default function LinkedPage() {
  useNoIndex();
  const fragment = useLocationProperty(() => window.location.hash.slice(1));
  const { data } = useQuery({
    queryKey: ["linked", fragment],
    queryFn: () => readLink(fragment),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    networkMode: "always",
  });
  if (!data) return <SharePending>Unpacking the shared preview…</SharePending>;
  if (!data.ok) return <ShareProblem problem={PROBLEMS[data.reason]} />;
  return <SharedPreview id={null} linked={data.linked} note="Read-only · the link itself holds the spec" />;
}

const PROBLEMS: Record<LinkProblem, ProblemText> = {
  empty: {
    title: "There is nothing in this link",
    text: "What was shared stands after its “#”, and that part is missing. Ask whoever sent it for the whole of it.",
  },
  damaged: {
    title: "This link is damaged",
    text: "Mail and chat programs cut long links off. Ask whoever sent it for the whole of it, or for a short link.",
  },
  "too-long": {
    title: "This link is too long",
    text: "It holds more than any cluster spec. Ask whoever sent it for the file.",
  },
  "unknown-format": {
    title: "This link needs a newer Lookinglass",
    text: "It was made by a version that packs links in another way.",
  },
};
