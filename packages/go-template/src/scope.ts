/** The variables that are declared at one place of a template. */
export class Scope {
  readonly #names: string[] = [];
  /** How often each name is declared. */
  readonly #counts = new Map<string, number>();

  constructor() {
    this.declare("$");
  }

  declare(name: string): void {
    this.#names.push(name);
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  has(name: string): boolean {
    return (this.#counts.get(name) ?? 0) > 0;
  }

  mark(): number {
    return this.#names.length;
  }

  /** Ends the scope of what was declared since the mark. */
  popTo(mark: number): void {
    for (const name of this.#names.splice(mark)) this.#counts.set(name, (this.#counts.get(name) ?? 0) - 1);
  }
}
