import { describeRule } from "../../testing/describe-rule.js";
import { example } from "../../testing/marked-spec.js";
import { agentConfig, CERTS_D, cluster } from "../../testing/specs.js";

const extensions = (body: string) => agentConfig(`    extensions:\n${body}`);
const PATH = `path: ${CERTS_D}/quay.io/hosts.toml`;

describeRule("template/incomplete", {
  fires: {
    "no content": extensions(`      «a»: {${PATH}}\n`),
    "a null, which Kublr drops": extensions(`      «a»:\n        ${PATH}\n        content:\n`),
    "hosts without a path": extensions(
      `      «a»:\n        content: |\n          [host.'https://m.example']\n      b: {content: x}\n`,
    ),
    "neither, and a level too deep": extensions(
      `      «a»:\n        x:\n          path: docker.io/hosts.toml\n          contentTemplate: '# none'\n`,
    ),
    "an empty map": extensions("      «a»: {}\n"),
    "other keys": extensions("      «a»: {template: x, target: y}\n"),
    "neither, on a group": cluster(
      "  nodes: [{name: w, kublrAgentConfig: {extensions: {«hosts»: {docker.io: {content: '# none'}}}}}]\n",
    ),
    "on the roles that lack it": cluster(
      `  kublrAgentConfig: {extensions: {«a»: {${PATH}}}}\n  nodes:\n    - name: w\n      kublrAgentConfig: {extensions: {a: {content: '# none'}}}\n`,
    ),
  },
  silent: {
    "empty content": extensions(`      a: {${PATH}, content: ''}\n`),
    "content of another type, which is spec/type": extensions(`      a: {${PATH}, content: 5}\n`),
    "a misspelt key, which is spec/unknown-key": extensions(`      a: {${PATH}, contents: x}\n`),
    "neither by a misspelling, which is spec/unknown-key": extensions("      a: {Path: x, contnet: y}\n"),
    "no map, which is spec/type": extensions("      a: text\n"),
    "a file elsewhere": extensions("      a: {path: templates/root_dir/etc/motd}\n"),
    "path and content at two levels": cluster(
      `  kublrAgentConfig: {extensions: {a: {content: '# none'}}}\n  master: {kublrAgentConfig: {extensions: {a: {${PATH}}}}}\n  nodes: [{name: w, kublrAgentConfig: {extensions: {a: {${PATH}}}}}]\n`,
    ),
    "a complete spec": example("11-vsphere-ha-group-overrides.yaml"),
  },
});
