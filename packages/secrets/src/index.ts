export { isSecretHeader } from "./headers.js";
export { isCredentialName } from "./names.js";
export { type CredentialShape, credentialShapes, urlCredentials } from "./shapes.js";
export { isCredentialValue } from "./values.js";
