import { nearestKey } from "@lookinglass/cluster-spec";
import { isMap } from "../../plain-data.js";

/** Names are compared letter by letter, each with all others. */
const LONGEST = 60;
const MOST = 30;

/** The one name that another is most likely meant to be; null when none is near, or more than one. */
export function nearName(name: string, names: readonly string[]): string | null {
  if (name.length > LONGEST || names.length > MOST) return null;
  const near = nearestKey(name, names);
  const others = names.filter((other) => other !== near);
  return nearestKey(name, others) === null ? near : null;
}

/**
 * Does a map have a key that is meant to be this one? spec/unknown-key speaks of it.
 *
 * @param known keys of the same map, which are meant as they are
 */
export function hasMisspelt(map: unknown, key: string, known: readonly string[] = [key]): boolean {
  return isMap(map) && Object.keys(map).some((own) => !known.includes(own) && nearestKey(own, known) === key);
}
