import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Day as CalendarDay } from '../../calendar/index.ts';
import type { Answer, Visit } from '../../http/index.ts';
import { listOfChanges, listOfSettlements } from '../../service/money/index.ts';
import { Day, Fold, Heading, Pager, Table } from '../look/index.ts';
import { moneyAddress, showMoney } from './money-page.tsx';
import { capital, causeWords, Reference, Sum } from './money-words.tsx';

type Change = Static<(typeof listOfChanges)['output']>['changes'][number];

const most = 100;

const lead =
  'What each line came to before, what it comes to now, and what moved it. The old amount is ' +
  'taken back whole, and the new one is paid.';

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
          <Heading lead={lead}>What changed since the last settlement</Heading>
          <ByCause at={at} changes={found.value.changes} currency={currency} />
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

type MovedProps = Readonly<{ change: Change; currency: string }>;

/** What it comes to now; on a phone, where no column says so, what it was stands with it. */
function Moved({ change: { takenBack, paid }, currency }: MovedProps): JSX.Element {
  const isNew = Number(takenBack) === 0;
  return (
    <>
      <span class="in-lines-only">
        {isNew ? 'new' : <Sum of={takenBack} currency={currency} />} →{' '}
      </span>
      <Sum of={paid} currency={currency} />
    </>
  );
}

type ListProps = Readonly<{ at: string; changes: readonly Change[]; currency: string }>;

/** One under the other what one thing moved: nobody reads it again at every line. */
function ByCause({ at, changes, currency }: ListProps): JSX.Element {
  const causes = [...new Set(changes.map(({ cause }) => cause.is))];
  if (causes.length === 0) return <p>Nothing changed: every line is as it was.</p>;
  return (
    <>
      {causes.map((is) => {
        const own = changes.filter(({ cause }) => cause.is === is);
        const moved = own.flatMap(({ paid, takenBack }) => [paid, minus(takenBack)]);
        return (
          <Fold
            key={is}
            title={causeWords(is)}
            note={own.length === 1 ? '1 line here' : `${own.length} lines here`}
            sum={<Sum of={moved} currency={currency} />}
            isOpen
          >
            <List at={at} changes={own} currency={currency} />
          </Fold>
        );
      })}
    </>
  );
}

function minus(amount: string): string {
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
}

function List({ at, changes, currency }: ListProps): JSX.Element {
  return (
    <Table
      caption="Lines that changed"
      isCaptionUnseen
      onPhone="lines"
      columns={[
        { label: 'Outcome' },
        { label: 'Day' },
        { label: 'Participant' },
        { label: 'Provider' },
        { label: 'Was', isNumber: true, inLine: 'nowhere' },
        { label: 'Is now', isNumber: true, inLine: 'end' },
        { label: 'Why', isUnseen: true, inLine: 'under-end' },
      ]}
      rows={changes.map((change) => ({
        key: String(change.place),
        cells: [
          capital(change.outcome),
          change.day === undefined ? '–' : <Day key="day" day={change.day as CalendarDay} />,
          change.participant === undefined ? (
            '–'
          ) : (
            <Reference key="whose" of={change.participant} />
          ),
          change.provider,
          <Sum key="was" of={change.takenBack} currency={currency} />,
          <Moved key="now" change={change} currency={currency} />,
          <a key="why" href={`${at}/why?line=${encodeURIComponent(change.line)}`}>
            Why<span class="unseen"> line {change.place}</span>
          </a>,
        ],
      }))}
      empty={<p>Nothing changed: every line is as it was.</p>}
    />
  );
}
