import { isCredentialName } from "./names.js";
import { credentialShapes } from "./shapes.js";
import { isCredentialValue } from "./values.js";

/** Does a header give a credential away, by its name or by what a value looks like? */
export function isSecretHeader(name: string, values: readonly string[]): boolean {
  const isNamed = isCredentialName(name);
  return values.some((value) => (isNamed && isCredentialValue(value)) || credentialShapes(value).length > 0);
}
