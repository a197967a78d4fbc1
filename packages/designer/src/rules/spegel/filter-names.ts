import { type RegistryNameFault, registryNameFault } from "@lookinglass/containerd";
import type { FilterExplanation, LeadingName } from "@lookinglass/spegel";
import { registryNameReason } from "../registry-name-words.js";
import { short } from "../short.js";

/** A registry at the beginning of a filter that no image has. */
export interface FilterNameFault {
  /** Why: a sentence without its full stop. */
  readonly why: string;
  /** The filter as it was surely meant; null where that cannot be told. */
  readonly suggestion: string | null;
}

/**
 * What is wrong with the registry that a filter begins with. Of several alternatives one may be right, and then nothing is.
 *
 * @param explain of the suggestion, which is none where it matches nothing either
 */
export function filterNameFault(
  pattern: string,
  explained: FilterExplanation,
  explain: (filter: string) => FilterExplanation,
): FilterNameFault | null {
  if (explained.kind !== "valid") return null;
  const faults = explained.names.map((name) => ({ name, fault: faultOf(name) }));
  const [first] = faults;
  if (!first?.fault || faults.some(({ fault }) => fault === null)) return null;
  const written = faults.reduceRight(
    (text, { name, fault }) => (text === null ? null : replaced(text, name, fault)),
    pattern as string | null,
  );
  const after = written === null ? null : explain(written);
  const matches = after?.kind === "valid" && after.example !== null;
  return {
    why: `it begins with ${short(first.name.text)}, and ${registryNameReason(first.name.text.toLowerCase(), first.fault)}`,
    suggestion: matches ? (after.suggestion ?? written) : null,
  };
}

/** What is wrong with a name that is certainly a registry's; of capitals and repositories the filter itself is explained. */
function faultOf({ text, isAnchored, before }: LeadingName): RegistryNameFault | null {
  const fault = registryNameFault(text.toLowerCase());
  if (!fault || fault.reason === "docker-hub") return fault;
  return isAnchored && before === "slash" && fault.reason !== "repository" ? fault : null;
}

function replaced(text: string, { start, end }: LeadingName, fault: RegistryNameFault | null): string | null {
  if (!fault?.meant) return null;
  const escaped = fault.meant.replace(/[.[\]]/g, "\\$&");
  return text.slice(0, start) + escaped + text.slice(end);
}
