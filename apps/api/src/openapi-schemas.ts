/** The part of an OpenAPI document that is the same in its versions. */
interface Described {
  readonly paths?: unknown;
  readonly components?: { readonly schemas?: Readonly<Record<string, unknown>> };
}

/** An OpenAPI document without the schemas that nothing in its paths leads to: they say nothing to a reader. */
export function withoutUnusedSchemas<Document extends object>(document: Document): Document {
  const { paths, components }: Described = document;
  const schemas = reachable(paths, components?.schemas ?? {});
  return { ...document, components: { ...components, schemas } };
}

function reachable(
  paths: unknown,
  schemas: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const reached = new Set<string>();
  for (let next = referredTo(paths); next.length > 0; ) {
    const found = next.filter((name) => !reached.has(name));
    for (const name of found) reached.add(name);
    next = found.flatMap((name) => referredTo(schemas[name]));
  }
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => reached.has(name)));
}

function referredTo(part: unknown): string[] {
  const references = JSON.stringify(part).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g);
  return Array.from(references, ([, name]) => name ?? "");
}
