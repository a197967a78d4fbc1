import { useId } from "react";
import { MONO_INPUT } from "../ui/fields.js";

interface ImageFieldProps {
  readonly value: string;
  readonly onChange: (image: string) => void;
  /** Why the image cannot be traced. */
  readonly problem: string | null;
}

/** The image to trace, as a pod spec names it. */
export function ImageField({ value, onChange, problem }: ImageFieldProps) {
  const id = useId();
  return (
    <div className="min-w-0 flex-1 basis-60">
      <div className="flex items-center gap-2">
        <label htmlFor={id} className="text-xs font-medium text-ink-2">
          Image
        </label>
        <input
          id={id}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-problem`}
          placeholder="docker.io/library/nginx:latest"
          maxLength={4096}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          className={`${MONO_INPUT} flex-1`}
        />
      </div>
      <p id={`${id}-problem`} aria-live="polite" className="mt-1 text-xs text-error empty:hidden">
        {problem}
      </p>
    </div>
  );
}
