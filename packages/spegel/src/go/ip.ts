/** True for an IPv6 address as Go's netip.ParseAddr reads it, with an optional `%zone`. */
export function isIPv6(text: string): boolean {
  const percent = text.indexOf("%");
  if (percent !== -1 && percent === text.length - 1) return false;
  const address = percent === -1 ? text : text.slice(0, percent);
  const halves = address.split("::");
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  const last = groups[groups.length - 1];
  const endsInIPv4 = last?.includes(".") === true && isIPv4(last) && !address.endsWith(":");
  const hexGroups = endsInIPv4 ? groups.slice(0, -1) : groups;
  if (!hexGroups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return false;
  const length = hexGroups.length + (endsInIPv4 ? 2 : 0);
  return halves.length === 2 ? length < 8 : length === 8;
}

/** True for an IPv4 address: four decimal fields without leading zeros. */
export function isIPv4(text: string): boolean {
  const fields = text.split(".");
  return (
    fields.length === 4 && fields.every((field) => /^(0|[1-9]\d{0,2})$/.test(field) && Number(field) <= 255)
  );
}
