import { isIPv6 } from "node:net";

/** Whom a job is for, as far as it can be told: a client with IPv6 has the whole /64 network of its address. */
export type Client = string;

export function clientAt(address: string): Client {
  if (!isIPv6(address) || address.includes(".")) return address;
  const [before = "", after] = address.replace(/%.*/, "").split("::");
  const head = groupsOf(before);
  const tail = groupsOf(after ?? "");
  const zeros = Array<string>(8 - head.length - tail.length).fill("0");
  const network = [...head, ...zeros, ...tail].slice(0, 4);
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/64`;
}

function groupsOf(part: string): string[] {
  return part === "" ? [] : part.split(":");
}
