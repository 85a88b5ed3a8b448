/** The values at which a chart draws its lines across, the lowest first, from end to end. */
export type ChartScale = Readonly<{ min: number; max: number; ticks: readonly number[] }>;

const ticksWanted = 4;

/** Round steps of 1, 2, 2.5 or 5 times a power of ten over all values, and nothing among them. */
export function chartScale(values: readonly number[]): ChartScale {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const step = roundStep((high - low || 1) / ticksWanted);
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
  return { min: first * step, max: last * step, ticks };
}

function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const times = [1, 2, 2.5, 5, 10].find((each) => each * power >= least * (1 - 1e-9));
  return (times ?? 10) * power;
}
