import { Failure } from "../errors.js";
import { ANY, type GoFunction, variadic } from "../functions.js";

/** Why functions of Sprig are left out: the same template and data must always give the same text. */
const REASONS: readonly (readonly [string, readonly string[]])[] = [
  [
    "it depends on the clock or the time zone",
    [
      "ago",
      "date",
      "dateInZone",
      "date_in_zone",
      "dateModify",
      "date_modify",
      "htmlDate",
      "htmlDateInZone",
      "mustDateModify",
      "must_date_modify",
      "mustToDate",
      "now",
      "toDate",
      "unixEpoch",
    ],
  ],
  [
    "it is random",
    ["randAlpha", "randAlphaNum", "randAscii", "randBytes", "randInt", "randNumeric", "shuffle", "uuidv4"],
  ],
  ["it reads the environment of the process", ["env", "expandenv"]],
  ["it asks the network", ["getHostByName"]],
  [
    "it makes keys or passwords",
    [
      "bcrypt",
      "buildCustomCert",
      "decryptAES",
      "derivePassword",
      "encryptAES",
      "genCA",
      "genCAWithKey",
      "genPrivateKey",
      "genSelfSignedCert",
      "genSelfSignedCertWithKey",
      "genSignedCert",
      "genSignedCertWithKey",
      "htpasswd",
    ],
  ],
];

function absent(name: string, reason: string): GoFunction {
  return variadic([ANY], () => {
    throw new Failure(`${name} is not available here: ${reason}`);
  });
}

export const absentFunctions: Readonly<Record<string, GoFunction>> = Object.fromEntries(
  REASONS.flatMap(([reason, names]) => names.map((name) => [name, absent(name, reason)])),
);
