import type { CertsDInspection } from "@lookinglass/designer";

/** One request of containerd's plan. */
export type PlannedRequest = CertsDInspection["requests"][number];

/** A request as it is shown. */
export type StopRequest = Pick<PlannedRequest, "method" | "object" | "url">;

export function endpointOf({ host }: PlannedRequest): string {
  return `${host.scheme}://${host.host}`;
}

/**
 * The requests of an operation by endpoint, in the order in which the endpoints are asked. A digest that no endpoint
 * has as a manifest is asked for as a blob, in vain: those requests are not shown.
 */
export function requestsInLine(
  planned: readonly PlannedRequest[],
  operation: PlannedRequest["operation"],
): readonly (readonly PlannedRequest[])[] {
  const ofOperation = planned.filter((request) => request.operation === operation);
  const manifests = ofOperation.filter(({ object }) => object === "manifest");
  const blobs = operation === "pull" ? ofOperation.filter(({ object }) => object === "blob") : [];
  return manifests.map((manifest, index) => [manifest, ...blobs.slice(index, index + 1)]);
}
