import type { ContainerRuntime, Settings } from "@lookinglass/designer";

/** Settings with one field changed; undefined takes the field away, so that its default holds. */
export function withSetting<Key extends keyof Settings>(
  settings: Settings,
  key: Key,
  value: Settings[Key] | undefined,
): Settings {
  const { [key]: _before, ...rest } = settings;
  return value === undefined ? rest : { ...rest, [key]: value };
}

export function withRuntime(settings: Settings, role: string, runtime: ContainerRuntime): Settings {
  const { [role]: _before, ...others } = settings.runtimes ?? {};
  const runtimes = runtime === "containerd" ? others : { ...others, [role]: runtime };
  return withSetting(settings, "runtimes", Object.keys(runtimes).length > 0 ? runtimes : undefined);
}

export function withAddresses(settings: Settings, role: string, addresses: readonly string[]): Settings {
  const { [role]: _before, ...others } = settings.nodeAddresses ?? {};
  const all = addresses.length > 0 ? { ...others, [role]: addresses } : others;
  return withSetting(settings, "nodeAddresses", Object.keys(all).length > 0 ? all : undefined);
}

/** Addresses as typed, between commas or spaces; null when one of them cannot be an address. */
export function readAddresses(text: string): readonly string[] | null {
  const addresses = text.split(/[\s,]+/).filter((part) => part !== "");
  return addresses.every(isAddress) ? addresses : null;
}

function isAddress(text: string): boolean {
  const parts = text.split(".");
  if (parts.length === 4) return parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255);
  return text.includes(":") && URL.canParse(`http://[${text}]/`);
}

/** "1.31" or "1.31.4", with whatever follows. */
export function isAgentVersion(text: string): boolean {
  return /^\d{1,4}\.\d{1,4}(\.\d{1,4})?([-+.][\w.+-]{1,40})?$/.test(text);
}
