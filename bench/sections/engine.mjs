/** The engine beside what `yaml` alone needs to read the same text. */
import { editSpec, parseSpec } from "../../packages/cluster-spec/dist/index.js";
import { parseAllDocuments } from "../../packages/cluster-spec/node_modules/yaml/dist/index.js";
import { analyze, completeAt, formEdits, inspectSpec, pullPath } from "../../packages/designer/dist/index.js";
import { forgetEverything } from "../../packages/designer/dist/memoised.js";
import { CPU, mediansOf } from "../lib/measure.mjs";
import { clusterWith, example } from "../lib/specs.mjs";

export const name = "engine";

const STANDARD = example("10-aws-two-groups.yaml");
const SIXTY = clusterWith({ groups: 60, overrides: 24 });

const SPECS = {
  small: example("02-registry-filters.yaml"),
  standard: STANDARD,
  "60 groups": SIXTY,
  "50 groups, 20 overrides": clusterWith({ groups: 50, overrides: 20 }),
  "500 groups, 200 overrides": clusterWith({ groups: 500, overrides: 200 }),
};

/** What stands in a text before and after one of many edits. */
const EDITS = [
  { spec: "standard", text: STANDARD, what: "the cluster's name", from: "shop-staging", to: "shop-" },
  { spec: "standard", text: STANDARD, what: "a filter", from: "':latest$'", to: "':latest$|:edge-" },
  { spec: "60 groups", text: SIXTY, what: "the cluster's name", from: "many-groups", to: "many-" },
  { spec: "60 groups", text: SIXTY, what: "a filter", from: "':latest$'", to: "':latest$|:edge-" },
  { spec: "60 groups", text: SIXTY, what: "a template", from: "mirror-3.example.com", to: "mirror-" },
];

export async function measure() {
  const rows = [];
  for (const [spec, text] of Object.entries(SPECS)) rows.push(...(await sameTextRows(spec, text)));
  rows.push(await linearity(rows));
  for (const edit of EDITS) rows.push(...(await editRows(edit)));
  return [...rows, ...(await actionRows())];
}

async function sameTextRows(spec, text) {
  const yaml = `yaml alone, ${spec}`;
  const times = await mediansOf(
    {
      yaml: () => parseAllDocuments(text),
      parse: () => parseSpec(text),
      own: () => analyze(text),
    },
    CPU,
  );
  // On its own: what it leaves for the collector of garbage would fall on the others.
  const { cold } = await mediansOf({ cold: () => analyzeCold(text) }, CPU);
  return [
    row(yaml, times.yaml),
    row(`parseSpec, ${spec}`, times.parse, yaml),
    row(`analyze, ${spec}`, times.own, yaml),
    row(`analyze with nothing remembered, ${spec}`, cold, yaml),
  ];
}

function analyzeCold(text) {
  forgetEverything();
  return analyze(text);
}

/** Ten times the groups and overrides should cost ten times as much. */
function linearity(rows) {
  const of = (groups) => rows.find(({ name }) => name.startsWith(`analyze, ${groups} groups`)).value;
  return { ...row("500 groups to 50", of(500) / of(50)), unit: "x" };
}

/** Every analysis sees a text that no other one has seen, as while typing. */
async function editRows({ spec, text, what, from, to }) {
  if (!text.includes(from)) throw new Error(`${spec} has no ${from}`);
  let count = 0;
  const edited = () => {
    count += 1;
    return text.replace(from, `${to}${count}${from.startsWith("'") ? "'" : ""}`);
  };
  const { yaml, own } = await mediansOf(
    {
      yaml: () => parseAllDocuments(edited()),
      own: () => analyze(edited(), {}, text),
    },
    CPU,
  );
  const alone = `yaml alone, ${spec}, editing ${what}`;
  return [row(alone, yaml), row(`analyze, ${spec}, editing ${what}`, own, alone)];
}

async function actionRows() {
  const spec = parseSpec(STANDARD);
  const analysis = analyze(STANDARD);
  const [path, offset] = [["spec", "nodes", 1, "maxNodes"], STANDARD.indexOf("registryFilters")];
  const times = await mediansOf(
    {
      "inspectSpec (analysis and forms), standard": () => inspectSpec(STANDARD),
      "inspectSpec (analysis and forms), 60 groups": () => inspectSpec(SIXTY),
      "editSpec, standard": () => editSpec(STANDARD, [{ path, value: 21 }]),
      "formEdits, standard": () => formEdits(spec, { scope: "cluster", kind: "set-enabled", value: false }),
      "pullPath, standard": () =>
        pullPath(analysis, { role: "nodes/batch", phase: "running", image: "docker.io/library/nginx:1.27" }),
      "completeAt, standard": () => completeAt(STANDARD, offset),
    },
    CPU,
  );
  return Object.entries(times).map(([action, value]) => row(action, value));
}

function row(name, value, ratioTo) {
  return { section: "engine", name, value, unit: "ms CPU", ...(ratioTo && { ratioTo }) };
}
