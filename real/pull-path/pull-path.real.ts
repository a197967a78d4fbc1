import { expect, it } from "vitest";
import { makeImage } from "../image.js";
import { observe } from "../observe.js";
import { describeWithDaemon } from "../with-daemon.js";
import { predictedFiles, predictedRequests } from "./predict.js";
import { scenarios } from "./scenarios.js";

describeWithDaemon("pullPath foresees every request", (daemon, version) => {
  it.each(scenarios)(
    "$what",
    async (scenario) => {
      const image = makeImage(`${scenario.what} ${Date.now()}`);
      const files = predictedFiles(scenario, version);
      const { registries, image: name } = scenario;
      const { tls: _, ...seen } = await observe(daemon(), { files, registries, image: name }, image);
      expect(seen).toEqual(predictedRequests(scenario, version, image));
    },
    90_000,
  );
});
