import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Answer, Visit } from '../../http/index.ts';
import { reasonColumns, sumColumns } from '../../service/index.ts';
import { readStatement, statementFile } from '../../service/money/index.ts';
import { Button, Buttons, Facts, Heading, Table, type TableColumn } from '../look/index.ts';
import { give } from '../settlement/give-files.ts';
import { moneyAddress, seesAll, showMoney } from '../settlement/money-page.tsx';
import { dateWords, SettlementState, Sum } from '../settlement/money-words.tsx';

type ReadStatement = Static<(typeof readStatement)['output']>;

/** A settlement as one payee receives it: on screen, and on paper. */
export async function showStatement(visit: Visit): Promise<Answer> {
  const { programme = '', settlement = '', payee = '' } = visit.params;
  return showMoney(visit, async (own) => {
    const found = await visit.perform(readStatement, { programme, settlement, payee });
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
            kind="Statement"
            lead={`${read.programme}, ${read.days}`}
            actions={<Files at={`${at}/statements/${encodeURIComponent(payee)}`} />}
          >
            {payee}
          </Heading>
          <Head read={read} />
          <Payable read={read} />
          <Sums read={read} />
          <Lines at={at} read={read} />
        </>
      ),
    };
  });
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

function Head({ read: { statement, settlement } }: Props): JSX.Element {
  const { currency, state } = settlement;
  return (
    <Facts
      facts={[
        { name: 'Owed to date', value: <Sum of={statement.owed} currency={currency} /> },
        { name: 'To pay', value: <Sum of={statement.paid ?? '0'} currency={currency} /> },
        ...(statement.payBy === undefined
          ? []
          : [{ name: 'Pay by', value: dateWords(statement.payBy) }]),
        ...(statement.questionBy === undefined
          ? []
          : [{ name: 'May be questioned until', value: dateWords(statement.questionBy) }]),
        { name: 'Reference', value: <code>{statement.reference}</code> },
        ...statement.payers.map(({ payer, now }) => ({
          name: `From ${payer}`,
          value: <Sum of={now} currency={currency} />,
        })),
        { name: 'Settlement', value: <SettlementState state={state} /> },
      ]}
    />
  );
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

function Sums({ read }: Props): JSX.Element {
  return (
    <>
      <section>
        <h2>By outcome</h2>
        <Cells
          caption="What is owed by outcome"
          columns={sumColumns}
          rows={read.sums}
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
  const isName = (column: Readonly<{ heading: string }>) => column.heading === 'outcome';
  return (
    <section>
      <h2>Line by line</h2>
      <Table
        caption="Every line of this statement"
        isCaptionUnseen
        columns={[
          ...read.columns.map((column) => ({ ...tableColumn(column), isName: isName(column) })),
          { label: 'Why', isUnseen: true },
        ]}
        rows={read.lines.map((cells, row) => ({
          key: read.names[row] ?? '',
          cells: [
            ...cells.map((cell, column) =>
              read.columns[column]?.heading === 'participant'
                ? shortReference(cell)
                : figureIn(read.columns)(cell, column),
            ),
            <a key="why" href={`${at}/why?line=${encodeURIComponent(read.names[row] ?? '')}`}>
              Why<span class="unseen"> line {row + 1}</span>
            </a>,
          ],
        }))}
        empty={<p>There are no lines.</p>}
      />
    </section>
  );
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
