import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Notice } from "../ui/notice.js";
import { lengthAdvice, MAX_LINK_LENGTH } from "./link/link-length.js";
import { type LinkedSpec, writeLink } from "./link/write-link.js";
import { LinkField } from "./link-field.js";

interface SelfContainedLinkProps {
  readonly shared: LinkedSpec;
  /** Nothing in the text stands against sharing it. */
  readonly allowed: boolean;
}

/** A link that carries the spec itself. */
export function SelfContainedLink({ shared, allowed }: SelfContainedLinkProps) {
  const { data: fragment, isPlaceholderData } = useQuery({
    queryKey: ["self-contained-link", shared],
    queryFn: () => writeLink(shared),
    enabled: allowed,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    networkMode: "always",
  });
  if (!allowed) return <p className="text-ink-3">The link is made once nothing above stands against it.</p>;
  const url = fragment === undefined ? "" : new URL(`/s#${fragment}`, window.location.origin).href;
  const advice = lengthAdvice(url.length);
  return (
    <div className="space-y-3">
      {url.length <= MAX_LINK_LENGTH && (
        <LinkField
          label="The link, good for ever"
          // One of the title before is not copied.
          url={url === "" || isPlaceholderData ? null : url}
          pending="Packing the spec…"
        />
      )}
      {advice && <Notice severity={advice.severity}>{advice.text}</Notice>}
    </div>
  );
}
