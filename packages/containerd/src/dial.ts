/** containerd's timeout for a connection when hosts.toml sets none. */
export const DEFAULT_DIAL_SECONDS = 30;

/** Without a timeout Linux gives up after six repeats of the first packet. */
const KERNEL_DIAL_SECONDS = 127;

/**
 * How long Go's net.Dialer waits for a host that does not answer: for ever, as far as it is concerned, at 0,
 * and not at all below.
 * @param milliseconds dial_timeout, null when it is not set
 */
export function dialSeconds(milliseconds: number | null): number {
  if (milliseconds === null) return DEFAULT_DIAL_SECONDS;
  if (milliseconds === 0) return KERNEL_DIAL_SECONDS;
  return Math.max(milliseconds, 0) / 1000;
}
