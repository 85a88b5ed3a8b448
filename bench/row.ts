/** One thing measured: our time, and that of a peer where one does the same work. */
export type Row = Readonly<{
  what: string;
  oursMilliseconds: number;
  memoryBytesMax?: number;
  peer?: Readonly<{ name: string; milliseconds: number; memoryBytesMax?: number }>;
  /** What is wanted: of our time, or of its ratio to that of the peer. */
  target?: Readonly<{ millisecondsMost: number } | { ratioMost: number }>;
  /** How many were done in a second, where many were asked for at once. */
  perSecond?: Readonly<{ ours: number; peer: number }>;
  /** Each run, where the times above are medians of several. */
  runs?: readonly Readonly<{ oursMilliseconds: number; peerMilliseconds?: number }>[];
}>;

/** What was found, and what keeps it from being whole: a part left out, figures that differ. */
export type Findings = Readonly<{
  rows: readonly Row[];
  leftOut?: string;
  /** A table of its own, where the one of all rows does not say enough. */
  table?: string;
  differences?: readonly string[];
}>;

/** What the command line asks for: how often to run, and how large. */
export type Asked = Readonly<{ runs: number; sizes: readonly number[] }>;

/** What a `*.bench.ts` file exports. */
export type Bench = Readonly<{
  name: string;
  run: (asked: Asked) => Promise<readonly Row[] | Findings>;
}>;
