/** A looking glass that shows what Spegel, "the mirror", makes of things. */
export function Logo() {
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" className="size-6 shrink-0">
      <circle cx="10" cy="10" r="7.25" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M10 2.75a7.25 7.25 0 0 1 0 14.5z" className="fill-spegel" />
      <path d="m15.6 15.6 5.4 5.4" stroke="currentColor" strokeWidth="2.25" strokeLinecap="round" />
    </svg>
  );
}
