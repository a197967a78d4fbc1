/** Go's path.Clean: the shortest equivalent of a slash-separated path; "" becomes ".". */
export function cleanPath(path: string): string {
  if (path === "") return ".";
  const rooted = path.startsWith("/");
  const kept: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") kept.push(part);
    else if (kept.length > 0 && kept.at(-1) !== "..") kept.pop();
    else if (!rooted) kept.push("..");
  }
  return (rooted ? "/" : "") + kept.join("/") || ".";
}

/** Go's path.Join: empty elements are left out, the rest joined with slashes and cleaned. */
export function joinPath(...elements: string[]): string {
  const given = elements.filter((element) => element !== "");
  return given.length === 0 ? "" : cleanPath(given.join("/"));
}

/** Go's path.Base: the last element, without slashes behind it. */
export function basePath(path: string): string {
  if (path === "") return ".";
  let end = path.length;
  while (path.charAt(end - 1) === "/") end--;
  return path.slice(path.lastIndexOf("/", end - 1) + 1, end) || "/";
}

/** Go's path.Dir: all but the last element, cleaned. */
export function dirPath(path: string): string {
  return cleanPath(path.slice(0, path.lastIndexOf("/") + 1));
}

/** Go's path.Ext: from the last dot of the last element on. */
export function extPath(path: string): string {
  return /\.[^./]*$/.exec(path)?.[0] ?? "";
}
