import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Answer, Visit } from '../../http/index.ts';
import { listOfChanges, listOfSettlements } from '../../service/money/index.ts';
import { Heading, Pager, Table } from '../look/index.ts';
import { moneyAddress, showMoney } from './money-page.tsx';
import { causeWords, Sum } from './money-words.tsx';

type Change = Static<(typeof listOfChanges)['output']>['changes'][number];

const most = 100;

/** Every line of which other money is owed than before, each with what moved it. */
export async function showChanges(visit: Visit): Promise<Answer> {
  const { programme = '', settlement = '' } = visit.params;
  return showMoney(visit, async () => {
    const after = Number(visit.query.after ?? '0');
    const asked = { programme, settlement, most, ...(after > 0 ? { after } : {}) };
    const found = await visit.perform(listOfChanges, asked);
    if (!found.ok) return found.problems;
    const currency = await currencyOf(visit);
    const at = moneyAddress(programme, settlement);
    const next = found.value.after;
    return {
      title: 'What changed',
      trail: [
        { label: 'Money', href: moneyAddress(programme) },
        { label: 'Settlement', href: at },
      ],
      children: (
        <>
          <Heading lead="The old amount of a line is taken back whole, and the new one is paid.">
            What changed since the last settlement
          </Heading>
          <List at={at} changes={found.value.changes} currency={currency} />
          <Pager
            of="changes"
            after={next === undefined ? undefined : `${at}/changes?after=${next}`}
          />
        </>
      ),
    };
  });
}

/** In what the settlements of a programme are. */
export async function currencyOf(visit: Visit): Promise<string> {
  const { programme = '' } = visit.params;
  const found = await visit.perform(listOfSettlements, { programme, most: 1 });
  return (found.ok ? found.value.settlements[0]?.currency : undefined) ?? 'GBP';
}

type ListProps = Readonly<{ at: string; changes: readonly Change[]; currency: string }>;

function List({ at, changes, currency }: ListProps): JSX.Element {
  return (
    <Table
      caption="Lines that changed"
      isCaptionUnseen
      columns={[
        { label: 'Outcome' },
        { label: 'Provider' },
        { label: 'Taken back', isNumber: true },
        { label: 'Paid', isNumber: true },
        { label: 'What moved it' },
        { label: 'Why', isUnseen: true },
      ]}
      rows={changes.map((change) => ({
        key: String(change.place),
        cells: [
          change.outcome,
          change.provider,
          <Sum key="back" of={change.takenBack} currency={currency} />,
          <Sum key="paid" of={change.paid} currency={currency} />,
          causeWords(change.cause.is),
          <a key="why" href={`${at}/why?line=${encodeURIComponent(change.line)}`}>
            Why<span class="unseen"> line {change.place}</span>
          </a>,
        ],
      }))}
      empty={<p>Nothing changed: every line is as it was.</p>}
    />
  );
}
