/** Whether `text` is an IPv4 address in dotted decimal, as Go's netip.ParseAddr takes it (no leading zeros). */
export function isIPv4(text: string): boolean {
  const parts = text.split(".");
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

/**
 * The eight 16-bit groups of an IPv6 address without zone, or null when it is none.
 * Follows Go's netip.ParseAddr: one `::` at most, and it stands for at least one group; the last
 * 32 bits may be written as IPv4.
 */
export function ipv6Groups(text: string): number[] | null {
  const halves = text.split("::");
  if (halves.length > 2) return null;
  const [head, tail] = [groupsOf(halves[0] ?? ""), groupsOf(halves[1] ?? "")];
  // An IPv4 part may only end the address.
  if (head === null || tail === null || (halves.length === 2 && halves[0]?.includes("."))) return null;
  if (halves.length === 1) return head.length === 8 ? head : null;
  const missing = 8 - head.length - tail.length;
  return missing >= 1 ? [...head, ...new Array<number>(missing).fill(0), ...tail] : null;
}

function groupsOf(text: string): number[] | null {
  if (text === "") return [];
  const groups: number[] = [];
  const parts = text.split(":");
  for (const [index, part] of parts.entries()) {
    if (/^[0-9a-fA-F]{1,4}$/.test(part)) groups.push(Number.parseInt(part, 16));
    else if (index === parts.length - 1 && isIPv4(part)) groups.push(...ipv4Groups(part));
    else return null;
  }
  return groups;
}

function ipv4Groups(text: string): number[] {
  const [a = 0, b = 0, c = 0, d = 0] = text.split(".").map(Number);
  return [a * 256 + b, c * 256 + d];
}

/** Go's net.ParseIP(text).IsLoopback(): 127.0.0.0/8, ::1, or 127.0.0.0/8 mapped into IPv6; no zones. */
export function isLoopback(text: string): boolean {
  if (isIPv4(text)) return text.startsWith("127.");
  const groups = ipv6Groups(text);
  if (groups === null) return false;
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (mapped) return (groups[6] ?? 0) >> 8 === 127;
  return groups.slice(0, 7).every((group) => group === 0) && groups[7] === 1;
}
