import type { JSX } from 'preact';
import { ChartPlot } from './chart-plot.tsx';
import type { ChartProps } from './chart-props.ts';
import { chartScale } from './chart-scale.ts';
import { Table } from './table.tsx';

/**
 * Values over time, drawn by the server, with all of them in a table under it. Its figures are
 * for looking at: nothing is reckoned from them.
 */
export function Chart(props: ChartProps): JSX.Element {
  const { title, kind, of, at, series, shown } = props;
  const values = series.flatMap((each) => each.values.filter((value) => value !== undefined));
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      {series.length > 1 && (
        <ul class="chart-legend">
          {series.map(({ name }, index) => (
            <li key={name}>
              <svg class={`chart-key series-${index + 1}`} aria-hidden="true" focusable="false">
                {kind === 'columns' ? (
                  <rect x="30%" width="40%" height="100%" />
                ) : (
                  <line x1="0" x2="100%" y1="50%" y2="50%" />
                )}
              </svg>
              {name}
            </li>
          ))}
        </ul>
      )}
      <ChartPlot {...props} scale={chartScale(values)} />
      <details class="folded">
        <summary>The figures as a table</summary>
        <Table
          caption={title}
          isCaptionUnseen
          onPhone="scroll"
          columns={[{ label: of }, ...series.map(({ name }) => ({ label: name, isNumber: true }))]}
          rows={at.map((label, index) => ({
            key: label,
            cells: [label, ...series.map((each) => said(each.values[index], shown))],
          }))}
          empty={<p>There are no figures yet.</p>}
        />
      </details>
    </figure>
  );
}

function said(value: number | undefined, shown: (value: number) => string): string {
  return value === undefined ? 'not known' : shown(value);
}
