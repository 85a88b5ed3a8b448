/** One thing measured: our time, and that of a peer where one does the same work. */
export type Row = Readonly<{
  what: string;
  oursMilliseconds: number;
  peer?: Readonly<{ name: string; milliseconds: number }>;
  memoryBytesMax?: number;
}>;

/** What a `*.bench.ts` file exports. */
export type Bench = Readonly<{ name: string; run(): Promise<Row[]> }>;
