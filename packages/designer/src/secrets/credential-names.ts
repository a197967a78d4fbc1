/** Ends of key names whose values are credentials, in lower case without `-`, `_` and `.`. */
const CREDENTIAL_ENDINGS = [
  "password",
  "passwd",
  "passphrase",
  "token",
  "secretkey",
  "accesskey",
  "apikey",
  "privatekey",
  "clientsecret",
  "sharedsecret",
  "authorization",
  "dockerconfigjson",
];

/** Does a key of this name usually hold a credential itself, rather than the name of one? */
export function isCredentialName(name: string): boolean {
  const plain = name.toLowerCase().replace(/[-_.]/g, "");
  return CREDENTIAL_ENDINGS.some((ending) => plain.endsWith(ending));
}

const PLACEHOLDERS = [
  /^\s*$/, // nothing
  /\{\{/, // a template: the value comes from elsewhere
  /^\$\{?\w+\}?$/, // ${VARIABLE}, $VARIABLE
  /^<.*>$/, // <your password>
  /^[*x.]+$/i, // blanked out
  /^(true|false|null|~)$/i,
  /^(\/[\w.-]+)+\.(pem|key|crt|cert)$/, // a file's path
];

/** Is a value under a credential's name something else than a stand-in for one? */
export function isCredentialValue(value: string): boolean {
  return !PLACEHOLDERS.some((placeholder) => placeholder.test(value));
}
