import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Day as CalendarDay } from '../../calendar/index.ts';
import type { Answer, Visit } from '../../http/index.ts';
import { wordsOfReason } from '../../service/index.ts';
import { listOfLines } from '../../service/money/index.ts';
import { Day, Heading, Pager, Table } from '../look/index.ts';
import { currencyOf } from './changes-page.tsx';
import { moneyAddress, showMoney } from './money-page.tsx';
import { capital, Reference, Sum } from './money-words.tsx';

type Line = Static<(typeof listOfLines)['output']>['lines'][number];

const most = 100;

/** Every line of a settlement in place in line. */
export async function showLines(visit: Visit): Promise<Answer> {
  const { programme = '', settlement = '' } = visit.params;
  return showMoney(visit, async () => {
    const after = Number(visit.query.after ?? '0');
    const asked = { programme, settlement, most, ...(after > 0 ? { after } : {}) };
    const found = await visit.perform(listOfLines, asked);
    if (!found.ok) return found.problems;
    const currency = await currencyOf(visit);
    const at = moneyAddress(programme, settlement);
    const next = found.value.after;
    return {
      title: 'Lines',
      trail: [
        { label: 'Money', href: moneyAddress(programme) },
        { label: 'Settlement', href: at },
      ],
      children: (
        <>
          <Heading lead="In place in line: the order in which they reach limits and bands.">
            Every line
          </Heading>
          <List at={at} lines={found.value.lines} currency={currency} />
          <Pager of="lines" after={next === undefined ? undefined : `${at}/lines?after=${next}`} />
        </>
      ),
    };
  });
}

type ListProps = Readonly<{ at: string; lines: readonly Line[]; currency: string }>;

function List({ at, lines, currency }: ListProps): JSX.Element {
  return (
    <Table
      caption="Lines in place in line"
      isCaptionUnseen
      onPhone="lines"
      columns={[
        { label: 'Place', isNumber: true, isName: false, inLine: 'nowhere' },
        { label: 'Outcome', isName: true },
        { label: 'Day' },
        { label: 'Participant' },
        { label: 'Provider' },
        { label: 'Owed', isNumber: true, inLine: 'end' },
        { label: 'Not paid', inLine: 'across' },
        { label: 'Why', isUnseen: true, inLine: 'under-end' },
      ]}
      rows={lines.map((line) => ({
        key: String(line.place),
        cells: [
          String(line.place),
          `${capital(line.outcome)} ${line.number}`,
          <Day key="day" day={line.day as CalendarDay} />,
          line.participant === undefined ? '–' : <Reference key="whose" of={line.participant} />,
          line.provider,
          <Sum key="amount" of={line.amount} currency={currency} />,
          line.notPaid.map(wordsOfUnpaid).join(', '),
          <a key="why" href={`${at}/why?line=${encodeURIComponent(line.line)}`}>
            Why<span class="unseen"> line {line.place}</span>
          </a>,
        ],
      }))}
      empty={<p>There are no lines.</p>}
    />
  );
}

function wordsOfUnpaid({ reason, waitsFor }: Line['notPaid'][number]): string {
  if (waitsFor === undefined) return wordsOfReason({ reason });
  const { measure, takenOn } = waitsFor;
  return wordsOfReason({ reason, waitsFor: { measure, takenOn: takenOn as CalendarDay } });
}
