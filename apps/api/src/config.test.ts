import { describe, expect, test } from "vitest";
import { readConfig } from "./config.js";

describe("readConfig", () => {
  test("nothing set: this machine only, port 8080, shares in ./data", () => {
    expect(readConfig({})).toMatchObject({
      ok: true,
      config: {
        PORT: 8080,
        HOST: "127.0.0.1",
        DATA_DIR: "data",
        TRUST_PROXY: 0,
        WRITES_PER_MINUTE: 30,
        LOG_LEVEL: "info",
      },
    });
  });

  test("everything set", () => {
    const environment = {
      PORT: "0",
      HOST: "0.0.0.0",
      DATABASE_URL: "postgresql://u:p@db.example.com/x",
      PUBLIC_URL: "https://lookinglass.example.com",
      TRUST_PROXY: "true",
    };
    const config = { ...environment, PORT: 0, TRUST_PROXY: 1 };
    expect(readConfig(environment)).toMatchObject({ ok: true, config });
  });

  test("an empty variable counts as not set; others are none of its business", () => {
    expect(readConfig({ PORT: "", DATABASE_URL: "", HOME: "/root" })).toMatchObject({
      ok: true,
      config: { PORT: 8080 },
    });
  });

  test.each([
    [{ PORT: "http" }, "PORT must be a whole number from 0 to 65535"],
    [{ PORT: "70000" }, "PORT must be a whole number from 0 to 65535"],
    [{ DATABASE_URL: "mysql://u:p@db.example.com/x" }, "DATABASE_URL must be a postgres:// URL"],
    [{ DATABASE_URL: "secret" }, "DATABASE_URL must be a postgres:// URL"],
    [{ PUBLIC_URL: "lookinglass.example.com" }, "PUBLIC_URL must be an http or https URL"],
    [{ TRUST_PROXY: "yes" }, "TRUST_PROXY must be true, false, or the number of proxies before the app"],
    [{ ANALYSIS_WORKERS: "0" }, "ANALYSIS_WORKERS must be a whole number from 1 to 64"],
    [{ ANALYSIS_TIMEOUT_MS: "5s" }, "ANALYSIS_TIMEOUT_MS must be a whole number from 100 to 600000"],
  ])("%j is refused by name", (environment, fault) => {
    expect(readConfig(environment)).toEqual({ ok: false, faults: [fault] });
  });

  test("every fault is told at once", () => {
    expect(readConfig({ PORT: "x", LOG_LEVEL: "loud" })).toMatchObject({ ok: false, faults: { length: 2 } });
  });
});
