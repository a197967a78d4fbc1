import { locateNearest, nameAt } from "@lookinglass/cluster-spec";
import type { SpecEdit } from "../../analysis.js";
import { isMap } from "../../plain-data.js";
import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";
import { clusterParts } from "./cluster-parts.js";
import { hasMisspelt } from "./near-name.js";

const NAME = ["metadata", "name"];

export const clusterName: Rule = {
  code: "spec/cluster-name",
  severity: "warning",
  when: "a Cluster without `metadata.name`",
  explanation: "Kublr knows a cluster by its metadata.name. Every public spec has one.",
  docs: docs.kublrSpec,
  *check(preview): Iterable<Finding> {
    const parts = clusterParts(preview);
    if (!parts?.isWhole || nameAt(parts.document, NAME) !== null) return;
    const { document } = parts;
    const { metadata = null, name = null } = isMap(document.data) ? document.data : {};
    const isOther = isMap(metadata) && typeof metadata.name === "object" && metadata.name !== null; // spec/type
    if (isOther || hasMisspelt(metadata, "name") || hasMisspelt(document.data, "metadata")) return;
    // Without metadata the Cluster is marked where it says what it is.
    const nearest = locateNearest(document, NAME);
    const isTop = typeof name === "string" && name !== "";
    const move: SpecEdit[] = [
      ...(isMap(metadata) && Object.hasOwn(metadata, "name") ? [{ path: NAME, remove: true as const }] : []),
      { path: ["name"], move: NAME },
    ];
    yield {
      message: isTop
        ? "The cluster has no metadata.name: its name stands beside metadata, where nothing reads it."
        : "The cluster has no name: metadata.name is missing.",
      path: isTop ? ["name"] : NAME,
      atKey: true,
      range: isTop || nearest.path.length > 0 ? null : locateNearest(document, ["kind"]).value,
      fixes: () =>
        isTop && (metadata === null || isMap(metadata))
          ? [{ name: "move", title: "Move it to metadata.name", edits: move }]
          : [],
    };
  },
};
