/** A first spec for one kind of machines. */
export interface Starter {
  readonly id: string;
  readonly title: string;
  /** What it holds, in one line. */
  readonly shows: string;
  readonly text: string;
}
