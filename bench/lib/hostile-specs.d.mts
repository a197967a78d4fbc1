export interface HostileSpec {
  readonly most: number;
  readonly text: (count: number) => string;
  readonly files?: (count: number) => number;
}

export const hostileSpecs: Readonly<Record<string, HostileSpec>>;
