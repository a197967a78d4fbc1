import { nearestKey, sourceOf } from "@lookinglass/cluster-spec";
import { certsDTarget, extensionsOf } from "../../agent/extensions.js";
import { isMap, type PlainMap } from "../../plain-data.js";
import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";

export const incomplete: Rule = {
  code: "template/incomplete",
  severity: "warning",
  when: "an extension for certs.d with no content, a template for it with no path, or an entry of extensions that has neither",
  explanation:
    "An extension is a path and a content, right below its own key. What the agent makes of anything else is not published; " +
    "the preview leaves it out. " +
    "`content:` with nothing behind it is a null, which the Kublr API drops: for a file that is not to be generated, write ''.",
  docs: docs.kublr,
  *check({ roles }): Iterable<Finding> {
    for (const { role, config } of roles) {
      for (const [key, extension] of Object.entries(extensionsOf(config))) {
        const message = isMap(extension) ? missingPart(key, extension) : null;
        const place = sourceOf(config, ["extensions", key])?.path;
        if (message !== null && place) yield { message, path: place, atKey: true, roles: [role.id] };
      }
    }
  },
};

const PARTS = ["path", "content"];

/** Of a value of another type spec/type speaks, of a misspelt key spec/unknown-key. */
function missingPart(key: string, extension: PlainMap): string | null {
  const { path, content } = extension;
  if (Object.keys(extension).some((name) => !PARTS.includes(name) && nearestKey(name, PARTS))) return null;
  if (path === undefined && content === undefined) return neitherPart(key, extension);
  if (content === undefined && typeof path === "string") {
    const target = certsDTarget(path);
    return target && `${key} has a path but no content: the preview writes no ${target} from it.`;
  }
  const isHostsFile = path === undefined && typeof content === "string" && /^\s*\[host\./m.test(content);
  return isHostsFile ? `${key} has a content but no path: no node gets it.` : null;
}

/** With what is a level too deep, where that is so. */
function neitherPart(key: string, extension: PlainMap): string {
  const nested = Object.keys(extension).find((name) => {
    const inner = extension[name];
    return isMap(inner) && PARTS.some((part) => Object.hasOwn(inner, part));
  });
  const hint = nested === undefined ? "" : `; ${nested} below it is a level too deep`;
  return `${key} has neither path nor content: the preview makes no file of it${hint}.`;
}
