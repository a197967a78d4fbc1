import { expect, it } from "vitest";
import { makeImage } from "../image.js";
import { observe } from "../observe.js";
import { describeWithDaemon } from "../with-daemon.js";
import { predict } from "./predict.js";
import { runnable } from "./scenarios.js";

describeWithDaemon("resolveHosts and planPull foresee every request", (daemon, version) => {
  it.each(runnable)(
    "$what",
    async (scenario) => {
      const image = makeImage(`${scenario.what} ${Date.now()}`);
      expect(await observe(daemon(), scenario, image)).toEqual(predict(scenario, image, version));
    },
    90_000,
  );
});
