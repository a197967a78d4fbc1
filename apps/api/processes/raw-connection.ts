/** A TCP connection on which a test sends what no well-behaved HTTP client would. */
import { once } from "node:events";
import { connect } from "node:net";

export interface RawConnection {
  send(text: string): void;
  /** Everything received until the text is among it. Rejects when the connection ends before. */
  until(text: string): Promise<string>;
  /** Everything received until the server closes the connection. */
  rest(): Promise<string>;
  close(): void;
}

export async function openConnection(port: number): Promise<RawConnection> {
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  let received = "";
  socket.on("data", (chunk) => {
    received += chunk.toString("utf8");
  });
  // A connection that the server resets has ended too.
  socket.on("error", () => undefined);
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  return {
    send: (text) => void socket.write(text),
    until: async (text) => {
      while (!received.includes(text)) {
        if (socket.destroyed) throw new Error(`the connection ended after ${JSON.stringify(received)}`);
        await Promise.race([once(socket, "data"), closed]);
      }
      return received;
    },
    rest: async () => {
      await closed;
      return received;
    },
    close: () => void socket.destroy(),
  };
}

/** Is anyone listening at the port? */
export async function accepts(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  return new Promise((resolve) => {
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
  }).then((answer) => {
    socket.destroy();
    return answer === true;
  });
}
