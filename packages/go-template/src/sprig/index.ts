import type { Functions, GoFunction } from "../functions.js";
import { absentFunctions } from "./absent.js";
import { caseFunctions } from "./case.js";
import { convert } from "./convert.js";
import { decimalFunctions } from "./decimal.js";
import { defaultFunctions } from "./defaults.js";
import { dictFunctions } from "./dicts.js";
import { durationFunctions } from "./duration.js";
import { encodingFunctions } from "./encoding.js";
import { hashFunctions } from "./hash.js";
import { jsonFunctions } from "./json.js";
import { listFunctions } from "./lists.js";
import { mathFunctions } from "./math.js";
import { pathFunctions } from "./path.js";
import { regexFunctions } from "./regex.js";
import { semverFunctions } from "./semver.js";
import { stringFunctions } from "./strings.js";
import { urlFunctions } from "./url.js";

/**
 * Sprig 3.2.3's functions by name, as its TxtFuncMap has them. Those that are not hermetic (time, chance,
 * environment, network, keys) end execution with an error that says so.
 */
export const sprigFunctions: Functions = new Map(
  Object.entries<GoFunction>({
    ...absentFunctions,
    ...caseFunctions,
    ...decimalFunctions,
    ...defaultFunctions,
    ...dictFunctions,
    ...durationFunctions,
    ...encodingFunctions,
    ...hashFunctions,
    ...jsonFunctions,
    ...listFunctions,
    ...mathFunctions,
    ...pathFunctions,
    ...regexFunctions,
    ...semverFunctions,
    ...stringFunctions,
    ...urlFunctions,
  }).map(([name, fn]) => [name, { ...fn, convert }]),
);
