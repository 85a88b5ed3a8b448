import type { JSX } from 'preact';
import type { Answer, Visit } from '../../http/index.ts';
import { reasonColumns, sumColumns } from '../../service/index.ts';
import { type ReadStatement, readStatement, statementFile } from '../../service/money/index.ts';
import { Button, Buttons, Facts, Heading, Pager, Table, type TableColumn } from '../look/index.ts';
import { give } from '../settlement/give-files.ts';
import { moneyAddress, seesAll, showMoney } from '../settlement/money-page.tsx';
import { dateWords, SettlementState, Sum } from '../settlement/money-words.tsx';

const most = 100;

/** A settlement as one payee receives it: on screen, and on paper. */
export async function showStatement(visit: Visit): Promise<Answer> {
  const { programme = '', settlement = '', payee = '' } = visit.params;
  return showMoney(visit, async (own) => {
    const after = Number(visit.query.after ?? '0');
    const asked = { programme, settlement, payee, most, ...(after > 0 ? { after } : {}) };
    const found = await visit.perform(readStatement, asked);
    if (!found.ok) return found.problems;
    const read = found.value;
    const at = moneyAddress(programme, settlement);
    return {
      title: `Statement of ${payee}`,
      trail: [
        { label: 'Money', href: moneyAddress(programme) },
        ...(seesAll(own) ? [{ label: `Settlement ${read.settlement.number}`, href: at }] : []),
      ],
      children: (
        <>
          <Heading
            kind={read.payer === undefined ? 'Statement' : 'Your part of the statement'}
            lead={`${read.programme}, ${read.days}`}
            actions={<Files at={moneyAddress(programme, settlement, 'statements', payee)} />}
          >
            {payee}
          </Heading>
          {after > 0 ? (
            <p>
              <a href={moneyAddress(programme, settlement, 'statements', payee)}>
                What it adds up to
              </a>
            </p>
          ) : (
            <>
              <Head read={read} />
              <Payable read={read} />
              <Sums read={read} />
            </>
          )}
          <Lines at={at} read={read} />
          <Pager of="lines" here={hereIn(read)} after={afterIn(visit, read)} />
        </>
      ),
    };
  });
}

/** "101 to 200 of 31,204". */
function hereIn({ statement, lines }: ReadStatement): string {
  const [first, last] = [lines[0]?.[0] ?? '0', lines.at(-1)?.[0] ?? '0'];
  const [from, to, all] = [first, last, statement.lines].map((each) => Number(each));
  const words = (count: number | undefined) => (count ?? 0).toLocaleString('en-GB');
  return `${words(from)} to ${words(to)} of ${words(all)}`;
}

function afterIn(visit: Visit, { after }: ReadStatement): string | undefined {
  const { programme = '', settlement = '', payee = '' } = visit.params;
  return after === undefined
    ? undefined
    : `${moneyAddress(programme, settlement, 'statements', payee)}?after=${after}`;
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
        columns={[{ label: 'What' }, { label: 'Amount', isNumber: true }]}
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
      columns={columns.map(tableColumn)}
      rows={rows.map((cells, at) => ({ key: `${at}`, cells: cells.map(figureIn(columns)) }))}
      empty={<p>{empty}</p>}
    />
  );
}

function tableColumn({ heading, side }: Readonly<{ heading: string; side: string }>): TableColumn {
  return { label: capital(heading), isNumber: side === 'right' };
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function figureIn(columns: CellsProps['columns']) {
  return (cell: string, at: number) =>
    columns[at]?.side === 'right' ? <Figure key={`${at}`}>{cell}</Figure> : cell;
}

/** Figures that are written already stand in figures of one width too. */
function Figure({ children }: Readonly<{ children: string }>): JSX.Element {
  return <span class="money">{children}</span>;
}

type LinesProps = Props & Readonly<{ at: string }>;

function Lines({ at, read }: LinesProps): JSX.Element {
  const isWhole = read.payer === undefined;
  const isName = (column: Readonly<{ heading: string }>) => column.heading === 'outcome';
  return (
    <section>
      <h2>Line by line</h2>
      <Table
        caption="Every line of this statement"
        isCaptionUnseen
        columns={[
          ...read.columns.map((column) => ({ ...tableColumn(column), isName: isName(column) })),
          ...(isWhole ? [{ label: 'Why', isUnseen: true }] : []),
        ]}
        rows={read.lines.map((cells, row) => ({
          key: cells[0] ?? '',
          cells: [
            ...cells.map((cell, column) => cellIn(read.columns)(cell, column)),
            ...(isWhole ? [<Why key="why" at={at} line={read.names[row]} of={cells[0]} />] : []),
          ],
        }))}
        empty={<p>There are no lines.</p>}
      />
    </section>
  );
}

type WhyProps = Readonly<{ at: string; line: string | undefined; of: string | undefined }>;

function Why({ at, line = '', of }: WhyProps): JSX.Element {
  return (
    <a href={`${at}/why?line=${encodeURIComponent(line)}`}>
      Why<span class="unseen"> line {of}</span>
    </a>
  );
}

function cellIn(columns: ReadStatement['columns']) {
  return (cell: string, at: number) => {
    const heading = columns[at]?.heading;
    if (heading === 'participant') return shortReference(cell);
    return heading === 'outcome' ? capital(cell) : figureIn(columns)(cell, at);
  };
}

/** References are random and long; the first eight characters tell people apart on one sheet. */
function shortReference(reference: string): string {
  return reference.slice(0, 8);
}

/** A statement as a file. */
export async function giveStatement(visit: Visit): Promise<Answer> {
  const { programme, settlement, payee, format } = visit.params;
  const asked = { programme, settlement, payee, format };
  return give(visit, await visit.perform(statementFile, asked));
}
