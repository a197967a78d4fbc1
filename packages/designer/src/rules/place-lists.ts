import type { DiagnosticPlace } from "../analysis.js";
import { bounded } from "../bounded-text.js";
import { MOST_PLACE_CHARACTERS } from "../limits.js";
import type { Preview } from "../preview.js";
import { textRange } from "./finding-range.js";
import type { Located, Told } from "./told-together.js";

/** The places of what holds at several. */
export interface PlaceList {
  readonly listed: readonly ListedPlace[];
  /** How many there are besides. */
  readonly more: number;
}

export interface ListedPlace {
  readonly located: Located;
  readonly place: DiagnosticPlace;
}

/** The roles of all places; undefined where it is not about particular roles. */
export function rolesOf({ first, places }: Told): readonly string[] | undefined {
  if (!first.finding.roles) return undefined;
  return places.length === 1
    ? first.finding.roles
    : [...new Set(places.flatMap(({ finding }) => finding.roles ?? []))];
}

/** Lists the places of each, so far as there is room for them: many of one leave room for those of the others. */
export function listPlaces(preview: Preview, told: readonly Told[]): readonly (PlaceList | null)[] {
  const sized = told.map((one) => (one.places.length > 1 ? sizedPlaces(preview, one) : []));
  const rooms = share(sized.map((places) => sum(places.map(({ size }) => size))));
  return told.map(({ places }, index) => {
    const found = sized[index] ?? [];
    if (found.length === 0) return null;
    const fitting = withinRoom(found, rooms[index] ?? 0);
    return { listed: fitting, more: places.length - fitting.length };
  });
}

interface SizedPlace extends ListedPlace {
  readonly size: number;
}

/** Not more of them than there is room for in all. */
function sizedPlaces(preview: Preview, told: Told): SizedPlace[] {
  const roles = rolesOf(told);
  const found: SizedPlace[] = [];
  let left = MOST_PLACE_CHARACTERS;
  for (const located of told.places) {
    if (left < 0) break;
    const place = placeOf(preview, located, told, roles);
    const size = JSON.stringify(place).length;
    left -= size;
    found.push({ located, place, size });
  }
  return found;
}

function placeOf(
  preview: Preview,
  { finding, range }: Located,
  { message }: Told,
  roles: readonly string[] | undefined,
): DiagnosticPlace {
  const own = bounded(finding.message);
  return {
    range: textRange(preview, range),
    path: finding.path,
    ...(finding.roles && finding.roles.length !== roles?.length && { roles: finding.roles }),
    ...(own !== message && { message: own }),
  };
}

/** Each has what it needs, or as much as the others that need more. */
function share(needs: readonly number[]): readonly number[] {
  const shares = needs.map(() => 0);
  const byNeed = needs.map((need, index) => ({ need, index })).toSorted((a, b) => a.need - b.need);
  let left = MOST_PLACE_CHARACTERS;
  for (const [done, { need, index }] of byNeed.entries()) {
    const room = Math.min(need, left / (byNeed.length - done));
    shares[index] = room;
    left -= room;
  }
  return shares;
}

/** The first one is always told. */
function withinRoom(places: readonly SizedPlace[], room: number): readonly SizedPlace[] {
  let left = room;
  const cut = places.findIndex(({ size }, index) => {
    left -= size;
    return left < 0 && index > 0;
  });
  return cut < 0 ? places : places.slice(0, cut);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
