import { defineConfig } from "vitest/config";

/** Apart from the other tests: these start a daemon and need root. */
export default defineConfig({
  test: {
    name: "real containerd",
    include: ["real/**/*.real.ts"],
    // The scenarios share loopback addresses and a daemon.
    fileParallelism: false,
  },
});
