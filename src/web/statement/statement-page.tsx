import type { JSX } from 'preact';
import type { Answer, Visit } from '../../http/index.ts';
import { reasonColumns, sumColumns } from '../../service/index.ts';
import { type ReadStatement, readStatement, statementFile } from '../../service/money/index.ts';
import { Button, Buttons, Facts, Heading, Pager, Table } from '../look/index.ts';
import { give } from '../settlement/give-files.ts';
import { moneyAddress, seesAll, showMoney } from '../settlement/money-page.tsx';
import {
  capital,
  dateWords,
  monthWords,
  SettlementState,
  Sum,
} from '../settlement/money-words.tsx';
import { Figure, figureIn, tableColumn } from './statement-cells.tsx';
import { LinesInOrder, StatementLines, type StatementLinesProps } from './statement-lines.tsx';

const most = 100;

/** A settlement as one payee receives it: on screen, and on paper. */
export async function showStatement(visit: Visit): Promise<Answer> {
  const { programme = '', settlement = '', payee = '' } = visit.params;
  return showMoney(visit, async (own) => {
    const found = await visit.perform(readStatement, askedBy(visit));
    if (!found.ok) return found.problems;
    const read = found.value;
    const settlementAt = moneyAddress(programme, settlement);
    const at = moneyAddress(programme, settlement, 'statements', payee);
    const number = `Settlement ${read.settlement.number}`;
    const isPart = isPartAlone(visit);
    return {
      title: `Statement of ${payee}`,
      trail: [
        { label: 'Money', href: moneyAddress(programme) },
        ...(seesAll(own) ? [{ label: number, href: settlementAt }] : []),
        ...(isPart ? [{ label: 'Statement', href: at }] : []),
      ],
      children: (
        <>
          <Heading
            kind={read.payer === undefined ? 'Statement' : 'Your part of the statement'}
            lead={`${read.programme}, ${read.days}`}
            actions={<Files at={at} />}
          >
            {payee}
          </Heading>
          {isPart ? (
            <Part visit={visit} read={read} at={at} settlementAt={settlementAt} />
          ) : (
            <Whole read={read} at={at} settlementAt={settlementAt} />
          )}
        </>
      ),
    };
  });
}

function askedBy({ params, query }: Visit) {
  const { programme = '', settlement = '', payee = '' } = params;
  const { outcome, month } = query;
  const after = Number(query.after ?? '0');
  return {
    programme,
    settlement,
    payee,
    most,
    ...(outcome === undefined ? {} : { outcome }),
    ...(month === undefined ? {} : { month }),
    ...(after > 0 ? { after } : {}),
  };
}

/** Whether some of its lines alone are asked for: of an outcome and month, or further ones. */
function isPartAlone({ query: { outcome, month, after } }: Visit): boolean {
  return [outcome, month, after].some((each) => each !== undefined);
}

function Whole({ read, at, settlementAt }: StatementLinesProps): JSX.Element {
  return (
    <>
      <Head read={read} />
      <Payable read={read} />
      <Sums read={read} />
      <section>
        <h2>Line by line</h2>
        <StatementLines read={read} at={at} settlementAt={settlementAt} />
        {read.after !== undefined && (
          <p>
            <a href={`${at}?after=0`}>Every line, in the order in which they became payable</a>
          </p>
        )}
      </section>
    </>
  );
}

type PartProps = StatementLinesProps & Readonly<{ visit: Visit }>;

function Part({ visit, read, at, settlementAt }: PartProps): JSX.Element {
  const { outcome, month } = visit.query;
  const title = [
    ...(outcome === undefined ? ['Every line'] : [capital(outcome)]),
    ...(month === undefined ? [] : [monthWords(month)]),
  ];
  const which = new URLSearchParams({
    ...(outcome === undefined ? {} : { outcome }),
    ...(month === undefined ? {} : { month }),
    after: String(read.after ?? ''),
  });
  return (
    <section>
      <h2>{title.join(', ')}</h2>
      <LinesInOrder read={read} at={at} settlementAt={settlementAt} />
      <Pager
        of="lines"
        here={outcome === undefined && month === undefined ? hereIn(read) : undefined}
        after={read.after === undefined ? undefined : `${at}?${which}`}
      />
      <p>
        <a href={at}>What the statement adds up to</a>
      </p>
    </section>
  );
}

/** "101 to 200 of 31,204". */
function hereIn({ statement, lines }: ReadStatement): string {
  const [first, last] = [lines[0]?.[0] ?? '0', lines.at(-1)?.[0] ?? '0'];
  const [from, to, all] = [first, last, statement.lines].map((each) => Number(each));
  const words = (count: number | undefined) => (count ?? 0).toLocaleString('en-GB');
  return `${words(from)} to ${words(to)} of ${words(all)}`;
}

function Files({ at }: Readonly<{ at: string }>): JSX.Element {
  return (
    <Buttons>
      <Button kind="quiet" href={`${at}/files/pdf`}>
        PDF
      </Button>
      <Button kind="quiet" href={`${at}/files/csv`}>
        CSV
      </Button>
      <Button kind="quiet" href={`${at}/files/txt`}>
        Text
      </Button>
    </Buttons>
  );
}

type Props = Readonly<{ read: ReadStatement }>;

function Head({ read }: Props): JSX.Element {
  const { statement, settlement } = read;
  const { currency, state } = settlement;
  return (
    <Facts
      facts={[
        {
          name: read.payer === undefined ? 'Owed to date' : 'Your part to date',
          value: <Sum of={statement.owed} currency={currency} />,
        },
        { name: 'To pay', value: <Sum of={statement.paid ?? '0'} currency={currency} /> },
        ...(statement.payBy === undefined
          ? []
          : [{ name: 'Pay by', value: dateWords(statement.payBy) }]),
        ...(statement.questionBy === undefined
          ? []
          : [{ name: 'May be questioned until', value: dateWords(statement.questionBy) }]),
        { name: 'Reference', value: <code>{statement.reference}</code> },
        ...paying(read).map(({ payer, pays }) => ({
          name: `From ${payer}`,
          value: <Sum of={pays} currency={currency} />,
        })),
        { name: 'Settlement', value: <SettlementState state={state} /> },
      ]}
    />
  );
}

/** Who pays how much of it; to a payer that is said already. */
function paying({ payer, statement }: ReadStatement): ReadStatement['statement']['payers'] {
  return payer === undefined ? statement.payers : [];
}

function Payable({ read }: Props): JSX.Element {
  return (
    <section>
      <h2>What is paid now</h2>
      <Table
        caption="From what is due to what is paid"
        isCaptionUnseen
        onPhone="lines"
        columns={[{ label: 'What' }, { label: 'Amount', isNumber: true, inLine: 'end' }]}
        rows={read.payable.map(({ what, amount }, at) => ({
          key: `${at}`,
          cells: [capital(what), <Figure key="amount">{amount}</Figure>],
        }))}
        empty={<p>Nothing: no line is other than it was.</p>}
      />
    </section>
  );
}

// Of a payer's part nothing is left unpaid: gross and owed are one.
const partColumns = [...sumColumns.slice(0, 3), { heading: 'your part', side: 'right' }] as const;

function sumOf([outcome = '', ...rest]: readonly string[], isWhole: boolean): readonly string[] {
  const cells = isWhole ? rest : [...rest.slice(0, 2), ...rest.slice(-1)];
  return [capital(outcome), ...cells];
}

function Sums({ read }: Props): JSX.Element {
  const isWhole = read.payer === undefined;
  return (
    <>
      <section>
        <h2>By outcome</h2>
        <Cells
          caption="What is owed by outcome"
          columns={isWhole ? sumColumns : partColumns}
          rows={read.sums.map((cells) => sumOf(cells, isWhole))}
          empty="Nothing is owed."
        />
      </section>
      {read.reasons.length > 0 && (
        <section>
          <h2>Not paid, and why</h2>
          <Cells
            caption="What is not paid, by reason"
            columns={reasonColumns}
            rows={read.reasons}
            empty=""
          />
        </section>
      )}
      {read.notWorkedOut.length > 0 && (
        <p>Not worked out so far, though the page says it: {read.notWorkedOut.join(' ')}</p>
      )}
    </>
  );
}

type CellsProps = Readonly<{
  caption: string;
  columns: readonly Readonly<{ heading: string; side: string }>[];
  rows: readonly (readonly string[])[];
  empty: string;
}>;

function Cells({ caption, columns, rows, empty }: CellsProps): JSX.Element {
  return (
    <Table
      caption={caption}
      isCaptionUnseen
      onPhone="lines"
      columns={columns.map(tableColumn)}
      rows={rows.map((cells, at) => ({ key: `${at}`, cells: cells.map(figureIn(columns)) }))}
      empty={<p>{empty}</p>}
    />
  );
}

/** A statement as a file. */
export async function giveStatement(visit: Visit): Promise<Answer> {
  const { programme, settlement, payee, format } = visit.params;
  const asked = { programme, settlement, payee, format };
  return give(visit, await visit.perform(statementFile, asked));
}
