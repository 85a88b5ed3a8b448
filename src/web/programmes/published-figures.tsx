import type { JSX } from 'preact';
import { formatMoney } from '../../money/index.ts';
import type { PublishedRow } from '../../publication/index.ts';
import { Day, Table } from '../look/index.ts';

/** What the public may see of closed periods; nothing stands there before one has been published. */
export function PublishedFigures({
  rows,
}: Readonly<{ rows: readonly PublishedRow[] }>): JSX.Element | null {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>What has been achieved</h2>
      <p>
        For periods that are closed, each published once. Counts are to the nearest 5, and those
        under 10 are not shown; money is what such a count comes to by the rate card.
      </p>
      <Table
        caption="Outcomes by period and provider"
        isCaptionUnseen
        columns={[
          { label: 'Period to' },
          { label: 'Provider' },
          { label: 'Outcomes' },
          { label: 'About', isNumber: true },
          { label: 'Money by the rate card', isNumber: true },
        ]}
        rows={rows.map((row) => ({
          key: `${row.period.to} ${row.provider} ${row.outcomes.join(' ')}`,
          cells: [
            <Day key="to" day={row.period.to} />,
            row.provider,
            row.outcomes.join(', '),
            row.count.is === 'rounded' ? String(row.count.about) : `under ${row.count.below}`,
            moneyOf(row),
          ],
        }))}
        empty={null}
      />
    </section>
  );
}

function moneyOf({ money }: PublishedRow): string {
  switch (money.is) {
    case 'between':
      return `${formatMoney(money.least)} to ${formatMoney(money.most)}`;
    case 'suppressed':
      return 'not shown';
    case 'not by the rate card':
      return 'not by the rate card';
  }
}
