import type { CatalogValue, ChartCatalog } from "@lookinglass/designer";
import { ChevronRight } from "lucide-react";
import { Collapsible } from "radix-ui";
import { useId, useState } from "react";
import { INPUT } from "../ui/fields.js";
import { type ChartEntry, chartEntries, matches } from "./chart-entry.js";
import { ChartRow, type ChartRowContext } from "./chart-row.js";

interface MoreValuesProps extends ChartRowContext {
  readonly catalog: ChartCatalog;
  /** Left out are values with a place of their own. */
  readonly isOffered: (entry: ChartEntry) => boolean;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** Every other value of the release, those first that are written, with a search. */
export function MoreValues({ catalog, isOffered, open, onOpen, ...row }: MoreValuesProps) {
  const entries = chartEntries(catalog, row.scope).filter(isOffered);
  const set = entries.filter(({ field }) => field.from !== "default").length;
  return (
    <Collapsible.Root open={open} onOpenChange={onOpen} className="rounded-md border border-line">
      <Collapsible.Trigger className="group flex w-full items-center gap-2 rounded-md px-2 py-1.5 text-left font-medium hover:bg-hover">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-ink-3 transition-transform group-data-[state=open]:rotate-90"
        />
        More chart values
        <span className="ml-auto text-xs font-normal text-ink-3">
          {set > 0 && `${set} set, `}
          {entries.length} in chart {catalog.release}
        </span>
      </Collapsible.Trigger>
      <Collapsible.Content className="border-t border-line p-3">
        <Found entries={entries} row={row} />
      </Collapsible.Content>
    </Collapsible.Root>
  );
}

interface FoundProps {
  readonly entries: readonly ChartEntry[];
  readonly row: ChartRowContext;
}

function Found({ entries, row }: FoundProps) {
  const id = useId();
  const [search, setSearch] = useState("");
  const found = entries.filter((entry) => matches(entry, search.trim()));
  return (
    <>
      <label htmlFor={id} className="sr-only">
        Search chart values
      </label>
      <input
        id={id}
        type="search"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        placeholder="Search: port, log level, persistence…"
        spellCheck={false}
        autoComplete="off"
        className={`${INPUT} w-full`}
      />
      <p aria-live="polite" className="sr-only">
        {found.length} found
      </p>
      {found.length === 0 && (
        <p className="pt-3 text-xs text-ink-2">
          This release has no such value. Another one may: the release is under “Assumes”.
        </p>
      )}
      <ul className="mt-1 divide-y divide-line">
        {found.map((entry) => (
          <li key={entry.value.path} className="pt-3 pb-1.5">
            <ChartRow entry={entry} about={<About value={entry.value} />} {...row} />
          </li>
        ))}
      </ul>
    </>
  );
}

const TYPES: Record<CatalogValue["type"], string> = {
  string: "text",
  integer: "whole number",
  boolean: "true or false",
  object: "map, as YAML",
  "array<string>": "list of texts",
  "array<object>": "list of maps, as YAML",
};

function About({ value }: { readonly value: CatalogValue }) {
  const { note, type, since, renamedFrom, isUsed } = value;
  return (
    <>
      {note && `${note.charAt(0).toUpperCase()}${note.slice(1)}. `}
      {!isUsed && (
        <span className="text-warning">
          This release lists it, but no template reads it: it has no effect.{" "}
        </span>
      )}
      <span className="text-ink-3">
        {TYPES[type]}, since {since}
        {renamedFrom && `, before ${renamedFrom}`}, default{" "}
        <code className="font-mono">{defaultOf(value)}</code>
      </span>
    </>
  );
}

const MAX_DEFAULT = 90;

function defaultOf({ default: byDefault }: CatalogValue): string {
  const text = JSON.stringify(byDefault);
  return text.length > MAX_DEFAULT ? `${text.slice(0, MAX_DEFAULT)}…` : text;
}
