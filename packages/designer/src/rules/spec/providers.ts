import { knownAt } from "@lookinglass/cluster-spec";
import { isMap, type PlainMap } from "../../plain-data.js";

/** Sections of a location that say whose it is. */
const PROVIDERS = (knownAt(["spec", "locations", 0])?.names ?? []).filter((key) => key !== "name");

/** The providers that a location has a section for; the Kublr API drops nulls. */
export function providersOf(location: PlainMap): readonly string[] {
  return PROVIDERS.filter((provider) => Object.hasOwn(location, provider) && location[provider] !== null);
}

/** A section of a provider that is not known here, or of a misspelt one. */
export function hasOtherSection(location: PlainMap): boolean {
  return Object.entries(location).some(([key, value]) => isMap(value) && !PROVIDERS.includes(key));
}
