import { defineConfig } from "vitest/config";

// Tests run the TypeScript sources of every package, not their builds.
const source = { conditions: ["@lookinglass/source", "node"] };

export default defineConfig({
  test: {
    // As many as there are cores: half of the tests wait for processes of their own.
    maxWorkers: "100%",
    // A busy machine with two cores is slow, not wrong.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // npm run coverage: the packages, by their own tests.
    coverage: {
      provider: "v8",
      include: ["packages/*/src/**/*.ts"],
      exclude: ["**/*.test.ts", "**/testing/**"],
      reporter: ["text-summary", "json"],
      reportsDirectory: "node_modules/.cache/coverage",
      reportOnFailure: true,
      thresholds: { lines: 90, "packages/designer/src/rules/**": { lines: 99, branches: 100 } },
    },
    projects: [
      {
        extends: true,
        resolve: source,
        ssr: { resolve: source },
        test: { name: "packages", include: ["packages/*/src/**/*.test.ts"], setupFiles: ["vitest.setup.ts"] },
      },
      {
        extends: true,
        resolve: source,
        ssr: { resolve: source },
        test: {
          name: "apps",
          include: [
            "apps/*/src/**/*.test.{ts,tsx}",
            "deploy/*.test.ts",
            "docs/*.test.ts",
            "reports/*.test.ts",
          ],
          setupFiles: ["vitest.setup.ts"],
        },
      },
      {
        extends: true,
        resolve: source,
        ssr: { resolve: source },
        test: {
          name: "processes",
          include: ["apps/api/processes/**/*.process.ts"],
          globalSetup: ["apps/api/processes/build.ts"],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // Each file runs several processes: more of them at once would only wait for each other.
          fileParallelism: false,
        },
      },
      {
        resolve: source,
        ssr: { resolve: source },
        // They share loopback addresses.
        test: { name: "real", include: ["real/**/*.real.ts"], fileParallelism: false },
      },
    ],
  },
});
