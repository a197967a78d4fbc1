/** What stands in a credential's place without being one. */
const STAND_INS: readonly RegExp[] = [
  /^\s*$/, // nothing
  /\{\{/, // a template: the value comes from elsewhere
  /^\$\{?[\w.-]+\}?$|^\$\(\w+\)$|^%\w+%$|^@\w+@$/, // ${VARIABLE}, $VARIABLE, $(VARIABLE), %VARIABLE%
  /^<[^>]*>?$/, // <your password>
  /^[*x.…]{3,}$/i, // blanked out
  /^(?:file:\/\/)?(?:\.{0,2}\/[\w.-]+)+\.(?:pem|key|crt|cert|jwt|txt|json|token)$/, // a file's path
  /^(?:file:\/\/)?(?:\/(?:etc|var|run|opt|home|mnt|usr|tmp|secrets?)\/)[\w./-]+$/,
];

/** What is said of a credential instead of giving it: a way to get one, or whether there is one. */
const MODES =
  /^(?:true|false|null|~|yes|no|on|off|none|auto|automatic|default|enabled?|disabled?|required|optional|any|anonymous|always(?:allow|deny)|abac|rbac|node|webhook|basic|bearer|digest|negotiate|ntlm|token|jwt|oauth2?|oidc|saml|ldap|kerberos|m?tls|iam|password|secret)$/i;

/** Is a value under a credential's name something else than a stand-in for one? */
export function isCredentialValue(value: string): boolean {
  const text = value.trim();
  // A scheme alone, or before a stand-in, gives nothing away: `Bearer ${TOKEN}`.
  const given = /^(?:basic|bearer|token|digest)\s+(.*)$/is.exec(text)?.[1] ?? text;
  return !MODES.test(given) && !STAND_INS.some((standIn) => standIn.test(given));
}
