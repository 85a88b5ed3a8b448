/** One row of values over time. */
export type ChartSeries = Readonly<{
  name: string;
  /** One for each of `at`; none where it is not known. */
  values: readonly (number | undefined)[];
}>;

/** What a chart shows. */
export type ChartProps = Readonly<{
  title: string;
  /** Columns for what happened in each period, steps for what it had come to by then. */
  kind: 'columns' | 'steps';
  /** What `at` names: "Month". */
  of: string;
  at: readonly string[];
  /** Three at most can be told apart. */
  series: readonly ChartSeries[];
  /** A value in words: of an amount, its money. */
  shown: (value: number) => string;
}>;
