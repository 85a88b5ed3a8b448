import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Day as CalendarDay } from '../../calendar/index.ts';
import { unitsOfMajor } from '../../money/index.ts';
import type { publishedFigures } from '../../service/publishing/index.ts';
import { Day, Money, Table } from '../look/index.ts';

type Figure = Static<(typeof publishedFigures)['output']>['figures'][number];

/** What the public may see of closed periods; nothing stands here before one is published. */
export function PublishedFigures({
  figures,
}: Readonly<{ figures: readonly Figure[] }>): JSX.Element | null {
  if (figures.length === 0) return null;
  return (
    <section>
      <h2>What has been achieved</h2>
      <p>
        Of periods that are closed, each published once. Counts are to the nearest 5, and those
        under 10 are not shown; money is what such a count comes to by the rate card.
      </p>
      <Table
        caption="Outcomes by period and provider"
        isCaptionUnseen
        columns={[
          { label: 'Until' },
          { label: 'Provider' },
          { label: 'Outcomes' },
          { label: 'About', isNumber: true },
          { label: 'By the rate card', isNumber: true },
        ]}
        rows={figures.map((figure) => ({
          key: `${figure.to} ${figure.provider} ${figure.outcomes.join(' ')}`,
          cells: [
            <Day key="to" day={figure.to as CalendarDay} />,
            figure.provider,
            figure.outcomes.join(', '),
            figure.about === undefined ? 'under 10' : String(figure.about),
            <Between key="money" figure={figure} />,
          ],
        }))}
        empty={null}
      />
    </section>
  );
}

function Between({ figure }: Readonly<{ figure: Figure }>): JSX.Element {
  const { money, least, most, currency } = figure;
  if (money === 'not by the rate card') return <>not by the rate card</>;
  if (least === undefined || most === undefined || currency === undefined) return <>not shown</>;
  const shown = (major: string) => <Money money={{ units: unitsOfMajor(major), currency }} />;
  return (
    <>
      {shown(least)} to {shown(most)}
    </>
  );
}
