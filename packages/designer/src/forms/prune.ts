import {
  locate,
  type RemoveEdit,
  type SpecDocument,
  type SpecPath,
  valueAt,
} from "@lookinglass/cluster-spec";
import { isMap } from "../plain-data.js";

/**
 * Takes away a value and the maps above it that hold nothing else, so that what a form wrote goes as a whole. A map
 * with a comment or an anchor is not a form's and stays.
 *
 * @param top what stands above this path is never taken away
 */
export function removeWithParents(document: SpecDocument, path: SpecPath, top: SpecPath): RemoveEdit {
  let gone = path;
  while (gone.length > top.length && isOnlyMember(document, gone)) gone = gone.slice(0, -1);
  return { path: gone, remove: true };
}

function isOnlyMember(document: SpecDocument, path: SpecPath): boolean {
  const map = valueAt(document.data, path.slice(0, -1));
  return isMap(map) && Object.keys(map).length === 1 && !isMarked(document, path);
}

/** Does a comment, an anchor or a merge key stand between the map's key and its only member, or behind that? */
function isMarked(document: SpecDocument, path: SpecPath): boolean {
  const [map, member] = [locate(document, path.slice(0, -1)), locate(document, path)];
  if (!map || !member) return true;
  const { text } = document;
  const before = text.slice((map.key ?? map.value).start, (member.key ?? member.value).start);
  return /[#&*]|<</.test(before + text.slice(member.value.end, map.value.end));
}
