import { describe, expect, test } from "vitest";
import { DEFAULT_IMAGE, readPullView, writePullView } from "./pull-view.js";

const NOTHING = {
  upstreamDown: false,
  spegelNotReady: false,
  imageOnNoNode: false,
  mastersDown: false,
  mirrorDown: [],
};

describe("the pull path in the URL", () => {
  test("nothing is written for the default", () => {
    expect(readPullView(new URLSearchParams())).toEqual({
      image: DEFAULT_IMAGE,
      conditions: NOTHING,
    });
    expect(writePullView(new URLSearchParams(), {}).toString()).toBe("");
  });

  test("what is written is read back, and other parts of the query stay", () => {
    const view = {
      image: "ghcr.io/org/app:v1",
      conditions: {
        ...NOTHING,
        upstreamDown: true,
        mastersDown: true,
        mirrorDown: ["https://a.example.com", "http://10.0.0.1:30020"],
      },
    } as const;
    const written = writePullView(new URLSearchParams("role=master&image=old&down=x"), view);
    expect(written.toString()).toBe(
      "role=master&image=ghcr.io%2Forg%2Fapp%3Av1&if=registry-down%2Cmasters-down" +
        "&down=https%3A%2F%2Fa.example.com&down=http%3A%2F%2F10.0.0.1%3A30020",
    );
    expect(readPullView(written)).toEqual(view);
  });

  test("a change back to the default takes it out again", () => {
    const params = new URLSearchParams("if=registry-down&down=x&image=a");
    const written = writePullView(params, { image: DEFAULT_IMAGE, conditions: NOTHING });
    expect(written.toString()).toBe("");
  });

  test("words that mean nothing here are passed over", () => {
    expect(readPullView(new URLSearchParams("if=__proto__,constructor,"))).toEqual(
      readPullView(new URLSearchParams()),
    );
  });
});
