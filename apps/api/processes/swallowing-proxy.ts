/** A TCP forwarder that can stop forwarding without a word, as a firewall that has forgotten a connection does. */
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export interface SwallowingProxy {
  readonly port: number;
  /** From now on, nothing of what passes through the connections that exist comes out. */
  swallow(): void;
  /** New connections are accepted and stay silent as well, until this is called with false. */
  swallowNew(isOn: boolean): void;
  stop(): void;
}

export async function startProxy(targetSocket: string): Promise<SwallowingProxy> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let swallowsNew = false;
  const server = createServer((client) => {
    const target = connect(targetSocket);
    const pair = [client, target] as const;
    pairs.add(pair);
    for (const [socket, other] of [pair, [target, client] as const]) {
      socket.on("error", () => undefined);
      socket.on("data", (chunk) => other.write(chunk));
      socket.on("close", () => other.destroy());
    }
    if (swallowsNew) silence(pair);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    port,
    swallow: () => {
      for (const pair of pairs) silence(pair);
    },
    swallowNew: (isOn) => {
      swallowsNew = isOn;
    },
    stop: () => {
      server.close();
      for (const pair of pairs) for (const socket of pair) socket.destroy();
    },
  };
}

/** What arrives is read and thrown away, the ends of the connections too. */
function silence(pair: readonly [Socket, Socket]): void {
  for (const socket of pair) {
    socket.removeAllListeners("data").removeAllListeners("close");
    socket.resume();
  }
}
