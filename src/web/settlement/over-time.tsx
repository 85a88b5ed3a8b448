import type { JSX } from 'preact';
import type { Static } from 'typebox';
import { formatMoney, unitsOfMajor } from '../../money/index.ts';
import type { readMoneyOverTime } from '../../service/money/index.ts';
import { Chart } from '../look/index.ts';
import { dateWords } from './money-words.tsx';
import { MonthChart } from './month-chart.tsx';

export type OverTimeProps = Readonly<{ found: Static<(typeof readMoneyOverTime)['output']> }>;

/** How the money of a programme went, to look at rather than to read. */
export function OverTime({ found }: OverTimeProps): JSX.Element | null {
  const { settlements, outcomes, currency = '' } = found;
  if (settlements.length < 2) return null;
  const series = [
    { name: 'Paid on it', of: settlements.map(({ paid }) => paid) },
    { name: 'Held then, in dispute', of: settlements.map(({ held }) => held) },
    { name: 'Waited for verification then', of: settlements.map(({ unverified }) => unverified) },
  ].filter(({ of }, at) => at === 0 || of.some((amount) => Number(amount) !== 0));
  return (
    <section>
      <h2>Over time</h2>
      <div class="charts">
        <Chart
          title="Money, settlement by settlement"
          kind="columns"
          of="As at"
          at={settlements.map(({ asAt }) => shortDate(asAt))}
          series={series.map(({ name, of }) => ({ name, values: of.map(unitsOf) }))}
          shown={moneyIn(currency)}
        />
        <MonthChart
          title="Outcomes, by the month of their day"
          measure="Outcomes"
          rows={outcomes.map(({ month, lines }) => ({ month, value: lines }))}
          shown={countWords}
        />
      </div>
    </section>
  );
}

function unitsOf(amount: string): number {
  return Number(unitsOfMajor(amount));
}

/** Whole units of a currency, for the values of a chart. */
export function moneyIn(currency: string): (units: number) => string {
  return (units) => formatMoney({ units: BigInt(Math.round(units)), currency });
}

/** A count, for the values of a chart. */
export function countWords(count: number): string {
  return count.toLocaleString('en-GB');
}

/** "31 Aug 2028" of a day. */
function shortDate(day: string): string {
  return dateWords(day).replace(/(?<=[A-Z][a-z]{2})[a-z]+/, '');
}
