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
