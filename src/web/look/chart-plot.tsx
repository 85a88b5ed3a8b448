import type { JSX } from 'preact';
import type { ChartProps } from './chart-props.ts';
import type { ChartScale } from './chart-scale.ts';

// Across, all is in parts of the width, so that words keep their size on a phone; down, in pixels.
const top = 10;
const height = 210;
const bottom = 28;

export type ChartPlotProps = ChartProps & Readonly<{ scale: ChartScale }>;

/** The drawn part of a chart: what it is worth stands left of it, the periods under it. */
export function ChartPlot(props: ChartPlotProps): JSX.Element {
  const { title, scale, shown, at, kind, series } = props;
  const y = heightOn(scale);
  return (
    <div
      class="chart-plot"
      role="img"
      aria-label={`Chart: ${title}. The figures are in the table.`}
    >
      <div class="chart-values" aria-hidden="true">
        {scale.ticks.toReversed().map((tick) => (
          <span key={tick}>{shown(tick)}</span>
        ))}
      </div>
      <svg height={top + height + bottom} aria-hidden="true" focusable="false">
        {scale.ticks.map((tick) => (
          <line
            key={tick}
            class={tick === 0 ? 'chart-zero' : 'chart-line'}
            x1="0"
            x2="100%"
            y1={y(tick)}
            y2={y(tick)}
          />
        ))}
        {series.map(({ name, values }, index) => (
          <g key={name} class={`series-${index + 1}`}>
            {kind === 'columns' ? (
              <Columns values={values} y={y} index={index} of={series.length} />
            ) : (
              <Steps values={values} y={y} />
            )}
          </g>
        ))}
        {at.map((label, index) => (
          <text
            key={label}
            class={lookOf(index, at)}
            x={part(index + 0.5, at.length)}
            y={top + height + 20}
          >
            {label}
          </text>
        ))}
      </svg>
    </div>
  );
}

function heightOn({ min, max }: ChartScale): (value: number) => number {
  return (value) => Math.round((top + ((max - value) / (max - min)) * height) * 10) / 10;
}

function part(count: number, of: number): string {
  return `${Math.round((count / of) * 100_000) / 1000}%`;
}

// Of many periods not every one has room for its name: some on a wide screen, few on a phone. There
// half the width of a screen holds some ninety letters and a phone half as many, a space and a half
// after each name of them.
function lookOf(index: number, names: readonly string[]): string {
  const longest = Math.max(...names.map((name) => name.length));
  const wide = Math.ceil((names.length * (longest + 1.5)) / 90);
  const phoneMost = Math.max(1, Math.min(4, Math.floor(46 / (longest + 1.5))));
  const phone = wide * Math.ceil(names.length / wide / phoneMost);
  if (index % wide !== 0) return 'chart-unnamed';
  return index % phone === 0 ? 'chart-name' : 'chart-name chart-name-wide';
}

type Drawn = Readonly<{ values: readonly (number | undefined)[]; y: (value: number) => number }>;

function Columns(props: Drawn & Readonly<{ index: number; of: number }>): JSX.Element {
  const { values, y, index, of } = props;
  const [room, gap] = [0.7 / of, 0.15];
  return (
    <>
      {values.map((value, at) =>
        value === undefined ? null : (
          <rect
            key={`${at + 1}`}
            x={part(at + gap + index * room, values.length)}
            width={part(room * 0.94, values.length)}
            y={Math.min(y(value), y(0))}
            height={Math.abs(y(value) - y(0))}
          />
        ),
      )}
    </>
  );
}

function Steps({ values, y }: Drawn): JSX.Element {
  const x = (at: number) => part(at, values.length);
  return (
    <>
      {values.map((value, at) => {
        const before = values[at - 1];
        if (value === undefined) return null;
        return (
          <>
            {before !== undefined && <line x1={x(at)} x2={x(at)} y1={y(before)} y2={y(value)} />}
            <line x1={x(at)} x2={x(at + 1)} y1={y(value)} y2={y(value)} />
          </>
        );
      })}
    </>
  );
}
