import { type ChildProcess, execFile, spawn, spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { platformArchitecture } from "./image.js";

const run = promisify(execFile);

/** No plugin but what a pull needs. */
const DISABLED = [
  "io.containerd.grpc.v1.cri",
  "io.containerd.cri.v1.images",
  "io.containerd.cri.v1.runtime",
  "io.containerd.snapshotter.v1.aufs",
  "io.containerd.snapshotter.v1.btrfs",
  "io.containerd.snapshotter.v1.devmapper",
  "io.containerd.snapshotter.v1.zfs",
  "io.containerd.snapshotter.v1.erofs",
  "io.containerd.snapshotter.v1.blockfile",
  "io.containerd.nri.v1.nri",
  "io.containerd.internal.v1.tracing",
  "io.containerd.tracing.processor.v1.otlp",
];

/** From 2.1 on ctr pulls through the transfer service, which unpacks for no platform but those named here. */
const UNPACK = `[[plugins."io.containerd.transfer.v1.local".unpack_config]]
platform = "linux/${platformArchitecture()}"
snapshotter = "native"
differ = "walking"`;

/** Why no containerd can be run here, or null. */
export function whyNotHere(): string | null {
  if (process.platform !== "linux") return "containerd runs on Linux only";
  if (process.getuid?.() !== 0) return "containerd needs root";
  const missing = ["containerd", "ctr"].find((program) => spawnSync(program, ["--version"]).error);
  return missing === undefined ? null : `${missing} is not installed (apt-get install containerd)`;
}

/** The version of the installed containerd, such as 1.6.20. */
export function installedVersion(): string {
  const { stdout } = spawnSync("containerd", ["--version"], { encoding: "utf8" });
  return /\sv?(\d+\.\d+\.\d+)/.exec(stdout)?.[1] ?? "";
}

/** A containerd of one's own, with its own root, state and socket. */
export class Daemon {
  readonly #directory = mkdtempSync(join(tmpdir(), "lookinglass-containerd-"));
  readonly #process: ChildProcess;

  constructor() {
    const config = join(this.#directory, "config.toml");
    writeFileSync(config, this.#config());
    const log = openSync(join(this.#directory, "log"), "a");
    const stdio = ["ignore", log, log] as const;
    this.#process = spawn("containerd", ["--config", config], { stdio: [...stdio], env: cleanEnvironment() });
    closeSync(log);
  }

  #config(): string {
    const at = (name: string) => JSON.stringify(join(this.#directory, name));
    return [
      "version = 2",
      `root = ${at("root")}`,
      `state = ${at("state")}`,
      `disabled_plugins = ${JSON.stringify(DISABLED)}`,
      `[grpc]\naddress = ${at("c.sock")}`,
      `[ttrpc]\naddress = ${at("t.sock")}`,
      `[plugins."io.containerd.internal.v1.opt"]\npath = ${at("opt")}`,
      UNPACK,
      "",
    ].join("\n");
  }

  async ready(): Promise<void> {
    for (let attempt = 0; attempt < 150 && this.#process.exitCode === null; attempt++) {
      if (await this.#ctr("version")) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(
      `containerd did not start:\n${readFileSync(join(this.#directory, "log"), "utf8").slice(-2000)}`,
    );
  }

  /** @returns whether the pull worked */
  pull(reference: string, certsDirectory: string): Promise<boolean> {
    return this.#ctr("images", "pull", "--snapshotter", "native", "--hosts-dir", certsDirectory, reference);
  }

  async #ctr(...args: string[]): Promise<boolean> {
    const global = ["--address", join(this.#directory, "c.sock"), "--namespace", "lookinglass"];
    try {
      await run("ctr", [...global, ...args], { timeout: 60_000, env: cleanEnvironment() });
      return true;
    } catch {
      return false;
    }
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode === null) {
      const exited = new Promise((resolve) => this.#process.once("exit", resolve));
      this.#process.kill("SIGTERM");
      await exited;
    }
    rmSync(this.#directory, { recursive: true, force: true });
  }
}

/** Proxies would see what is meant for loopback addresses. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => !/^(https?|all)_proxy$/i.test(name));
  return { ...Object.fromEntries(entries), NO_PROXY: "*" };
}
