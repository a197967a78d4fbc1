import { describe, expect, it } from "vitest";
import { describeRule } from "../../testing/describe-rule.js";
import { diagnosticsOf, example } from "../../testing/marked-spec.js";
import { hostsFile } from "../../testing/specs.js";

const withContent = (...lines: string[]) => hostsFile("_default/hosts.toml", ...lines);

describeRule("template/parse", {
  fires: {
    "a field without a name": withContent("# ok", "[host.'{{ .config«. }}»']"),
    "a range that is not ended": `${withContent("{{ range .config.master_address_ips }}", "# {{ . }}")}«»`,
  },
  silent: {
    "a correct template": example("12-air-gapped-internal-mirror.yaml"),
    "an unknown function, which is a rule of its own": withContent("{{ upper .config.node_name }}"),
  },
});

describeRule("template/exec", {
  fires: { "a field of a string": withContent("# ok", "[host.'http://{{ .config«.node_address_ip.x }}»']") },
  silent: { "a missing key": withContent("# {{ .config.nothing }}") },
});

describeRule("template/no-value", {
  fires: {
    "a missing key": withContent("# {{ .config.node_address_ip }} «{{ .config.zone }}»"),
    "the words, of which an action writes one": withContent("# «<no {{ `value>` }}»"),
  },
  silent: {
    "a key that the node has": withContent("# {{ .config.node_address_ip }}"),
    "a guarded key": withContent("{{ with .config.zone }}# {{ . }}{{ end }}"),
  },
});

describeRule("template/unknown-function", {
  fires: {
    "one of Sprig's": withContent("# ok", "# {{ «upper» .config.node_name }}"),
    "behind a pipe": withContent("# {{ .config.node_name | «shout» }}"),
  },
  silent: {
    "Go's own": withContent("# {{ printf `%q` .config.node_name | len }}"),
    "another fault": withContent("# {{ .config. }}"),
  },
});

describeRule("template/unknown-function", {
  settings: { templateFunctions: "sprig" },
  fires: { "no function at all": withContent("# {{ «shout» .config.node_name }}") },
  silent: { "one of Sprig's": withContent("# {{ upper .config.node_name }}") },
});

describe("template/unknown-function", () => {
  it.each([
    ["upper", '; it is one of Sprig\'s, which the setting "template functions" allows'],
    ["shout", ""],
  ])("says of %s whether Sprig has it", (name, hint) => {
    const text = withContent(`# {{ ${name} .config.node_name }}`);
    expect(diagnosticsOf(text, "template/unknown-function").map(({ message }) => message)).toEqual([
      `_default/hosts.toml is not written: Go has no function ${name}${hint}.`,
    ]);
  });
});
