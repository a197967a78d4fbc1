import type { ImageServing, ServingAnswer, ServingVerdict } from "@lookinglass/designer";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Check, X } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useEngine } from "../engine/engine-context.js";
import { useStored } from "../shell/use-stored.js";
import { classes } from "../ui/classes.js";
import { MONO_INPUT } from "../ui/fields.js";
import type { FilterTestProps } from "./filter-test.js";

const SOME_IMAGES = "nginx:latest\nghcr.io/org/app:v1.2\nregistry.k8s.io/pause:3.10";
const MAX_TEXT = 20_000;

/** Type images, see which of them Spegel serves and which filter keeps it from the others. */
export default function FilterTester({ serving, release, onMark }: FilterTestProps) {
  const id = useId();
  const [text, setText] = useStored("tested-images", (stored) =>
    typeof stored === "string" ? stored.slice(0, MAX_TEXT) : SOME_IMAGES,
  );
  const answer = useServing(text, serving, release);
  return (
    <>
      <label htmlFor={id} className="text-xs text-ink-2">
        Images, one a line
      </label>
      <textarea
        id={id}
        rows={4}
        value={text}
        maxLength={MAX_TEXT}
        onChange={(event) => setText(event.target.value)}
        placeholder="docker.io/library/nginx:latest"
        spellCheck={false}
        autoCapitalize="off"
        className={`${MONO_INPUT} mt-1 h-auto w-full py-2 leading-5 whitespace-pre`}
      />
      <div aria-live="polite" className="mt-2">
        {answer && <Answer answer={answer} filters={serving.registryFilters} onMark={onMark} />}
      </div>
    </>
  );
}

function useServing(text: string, settings: FilterTestProps["serving"], version: string) {
  const engine = useEngine();
  const images = text.split("\n").flatMap((line) => line.trim() || []);
  const question = { settings, version, images };
  const { data } = useQuery({
    queryKey: ["image-serving", question],
    queryFn: () => engine.imageServing(question),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 10_000,
    networkMode: "always",
  });
  return data;
}

interface AnswerProps extends Pick<FilterTestProps, "onMark"> {
  readonly answer: ServingAnswer;
  readonly filters: readonly string[];
}

function Answer({ answer, filters, onMark }: AnswerProps) {
  if (!answer.ok) {
    return (
      <p className="text-xs text-error">
        Spegel does not start{answer.filter !== null && `, filter ${answer.filter + 1} is at fault`}:{" "}
        {answer.error}
      </p>
    );
  }
  if (answer.images.length === 0) return <p className="text-xs text-ink-2">Type an image to try.</p>;
  return (
    <>
      <table className="w-full text-xs">
        <caption className="sr-only">What Spegel serves</caption>
        <thead>
          <tr className="text-left text-ink-3">
            <th className="pr-2 pb-1 font-medium">Image</th>
            <th className="pr-2 pb-1 font-medium">Its tag</th>
            <th className="pb-1 font-medium">By digest</th>
          </tr>
        </thead>
        <tbody>
          {answer.images.map((serving, index) => (
            <ImageRow key={`${index} ${serving.image}`} serving={serving} filters={filters} onMark={onMark} />
          ))}
        </tbody>
      </table>
      <p className="mt-2 text-xs text-ink-3">
        A node first asks for the digest that the tag has, then fetches by digest. Where Spegel does not
        answer, the next host of hosts.toml does.
      </p>
    </>
  );
}

interface ImageRowProps extends Omit<AnswerProps, "answer"> {
  readonly serving: ImageServing;
}

function ImageRow({ serving, ...verdicts }: ImageRowProps) {
  const image = "error" in serving ? serving.image : serving.reference;
  return (
    <tr className="border-t border-line align-top">
      <th scope="row" className="py-1.5 pr-2 text-left font-mono font-normal wrap-anywhere">
        {image}
      </th>
      {"error" in serving ? (
        <td colSpan={2} className="py-1.5 text-error">
          containerd refuses this: {serving.error}
        </td>
      ) : (
        <>
          <td className="w-[28%] py-1.5 pr-2">
            <Verdict verdict={serving.tag} {...verdicts} />
          </td>
          <td className="w-[28%] py-1.5">
            <Verdict verdict={serving.digest} {...verdicts} />
          </td>
        </>
      )}
    </tr>
  );
}

interface VerdictProps extends Omit<AnswerProps, "answer"> {
  readonly verdict: ServingVerdict | undefined;
}

function Verdict({ verdict, filters, onMark }: VerdictProps) {
  if (verdict === undefined) return <span className="text-ink-3">not asked</span>;
  if (verdict === null) return <Mark served>served</Mark>;
  switch (verdict.by) {
    case "filter":
      return (
        <Mark>
          <FilterLink index={verdict.index} pattern={filters[verdict.index] ?? ""} onMark={onMark} />
        </Mark>
      );
    case "registry":
      return <Mark>{verdict.registry} is not a mirrored registry</Mark>;
    case "latest-tag":
      return <Mark>resolveLatestTag is off</Mark>;
    case "reference":
      return <Mark>{verdict.error}</Mark>;
  }
}

interface MarkProps {
  readonly served?: boolean;
  readonly children: ReactNode;
}

function Mark({ served = false, children }: MarkProps) {
  const Icon = served ? Check : X;
  return (
    <span className={classes("flex gap-1", served ? "text-spegel" : "text-ink-2")}>
      <Icon aria-hidden className="mt-px size-3.5 shrink-0" />
      <span className="min-w-0 wrap-anywhere">
        {!served && <span className="sr-only">not served: </span>}
        {children}
      </span>
    </span>
  );
}

interface FilterLinkProps extends Pick<FilterTestProps, "onMark"> {
  readonly index: number;
  readonly pattern: string;
}

/** Names the filter; points it out while it is looked at, and leads to it. */
function FilterLink({ index, pattern, onMark }: FilterLinkProps) {
  const mark = () => onMark([index]);
  const unmark = () => onMark([]);
  return (
    <button
      type="button"
      onPointerEnter={mark}
      onPointerLeave={unmark}
      onFocus={mark}
      onBlur={unmark}
      onClick={(event) => {
        const section = event.currentTarget.closest("section");
        section?.querySelector<HTMLElement>(`input[aria-label="Filter ${index + 1}"]`)?.focus();
      }}
      className="rounded-sm text-left underline decoration-line-strong underline-offset-2 hover:text-ink"
    >
      filter {index + 1} <code className="font-mono">{pattern}</code>
    </button>
  );
}
