import type { JSX } from 'preact';
import type { ReadStatement } from '../../service/money/index.ts';
import { Fold, Table, type TableRow } from '../look/index.ts';
import { capital, monthWords, Sum } from '../settlement/money-words.tsx';
import { cellIn, tableColumn } from './statement-cells.tsx';

export type StatementLinesProps = Readonly<{
  read: ReadStatement;
  /** Where the statement stands, and the settlement. */
  at: string;
  settlementAt: string;
}>;

type Props = StatementLinesProps;
type Group = ReadStatement['groups'][number];

/** So few are read faster than they are opened. */
const openMost = 20;

/**
 * The lines of a statement, folded by outcome, each with what it comes to. What is too long for one
 * page is folded down to its months, each of which leads to its lines.
 */
export function StatementLines(props: Props): JSX.Element {
  const { groups, statement, after } = props.read;
  const outcomes = outcomesInOrder(props.read);
  if (outcomes.length === 0) return <p>There are no lines.</p>;
  return (
    <>
      {outcomes.map((outcome) => {
        const own = groups.filter((group) => group.outcome === outcome);
        const lines = own.reduce((sum, each) => sum + each.lines, 0);
        return (
          <Fold
            key={outcome}
            title={capital(outcome)}
            note={linesWords(lines)}
            sum={<Owed groups={own} read={props.read} />}
            isOpen={statement.lines <= openMost}
          >
            {after === undefined ? (
              <Lines {...props} outcome={outcome} groups={own} />
            ) : (
              <Months {...props} outcome={outcome} groups={own} />
            )}
          </Fold>
        );
      })}
    </>
  );
}

/** As in the sums above them, which follow the page. */
function outcomesInOrder({ sums, groups }: ReadStatement): readonly string[] {
  const rank = new Map(sums.toReversed().map(([name = ''], at) => [name.toLowerCase(), at]));
  const rankOf = (outcome: string) => rank.get(outcome.toLowerCase()) ?? -1;
  const outcomes = [...new Set(groups.map(({ outcome }) => outcome))];
  return outcomes.toSorted((one, other) => rankOf(other) - rankOf(one));
}

function linesWords(lines: number): string {
  return lines === 1 ? '1 line' : `${lines.toLocaleString('en-GB')} lines`;
}

type OwedProps = Readonly<{ groups: readonly Group[]; read: ReadStatement }>;

function Owed({ groups, read }: OwedProps): JSX.Element {
  const { currency } = read.settlement;
  return <Sum of={groups.map(({ owed }) => owed)} currency={currency} />;
}

type OutcomeProps = Props & Readonly<{ outcome: string; groups: readonly Group[] }>;

/** Where lines stand close together, each month ends with what they come to. */
const linesOfMonthLeast = 3;

function Lines(props: OutcomeProps): JSX.Element {
  const { read, outcome, groups } = props;
  const [dayAt, outcomeAt] = ['day', 'outcome'].map((name) => placeOf(read, name));
  const own = read.lines
    .map((cells, row) => ({ cells, name: read.names[row] }))
    .filter(({ cells }) => cells[outcomeAt ?? 0] === outcome)
    .toSorted((one, other) => dayOf(one.cells, dayAt).localeCompare(dayOf(other.cells, dayAt)));
  const isByMonth = groups.length > 1 && own.length >= linesOfMonthLeast * groups.length;
  const rows = groups.flatMap((group): TableRow[] => [
    ...own
      .filter(({ cells }) => dayOf(cells, dayAt).startsWith(group.month))
      .map(({ cells, name }) => rowOf(props, { cells, name, isOfOutcome: true })),
    ...(isByMonth ? [sumRow(props, group)] : []),
  ]);
  return <LineTable {...props} isOfOutcome rows={rows} caption={`Lines of ${capital(outcome)}`} />;
}

function dayOf(cells: readonly string[], at: number | undefined): string {
  return cells[at ?? 0] ?? '';
}

function placeOf({ columns }: ReadStatement, name: string): number {
  return columns.findIndex(({ heading }) => heading === name);
}

function sumRow({ read }: Props, group: Group): TableRow {
  const own = read.columns.filter(({ heading }) => heading !== 'outcome');
  const cells = own.map(({ heading }) => {
    if (heading === 'day') return `${monthWords(group.month)}, ${linesWords(group.lines)}`;
    const isOwed = heading === 'owed' || heading === 'your part';
    return isOwed ? <Owed key="owed" groups={[group]} read={read} /> : '';
  });
  return { key: group.month, cells: [...cells, ...(isWhole(read) ? [''] : [])], isSum: true };
}

/** Of a payer's part it is not said whose lines they are, nor why they are so. */
function isWhole({ payer }: ReadStatement): boolean {
  return payer === undefined;
}

type LineTableProps = Props &
  Readonly<{ rows: readonly TableRow[]; caption: string; isOfOutcome: boolean }>;

function LineTable({ read, rows, caption, isOfOutcome }: LineTableProps): JSX.Element {
  const name = isOfOutcome ? 'day' : 'outcome';
  return (
    <Table
      caption={caption}
      isCaptionUnseen
      onPhone="lines"
      columns={[
        ...read.columns
          .filter(({ heading }) => !isOfOutcome || heading !== 'outcome')
          .map((column) => ({ ...tableColumn(column), isName: column.heading === name })),
        ...(isWhole(read) ? [{ label: 'Why', isUnseen: true, inLine: 'under-end' as const }] : []),
      ]}
      rows={rows}
      empty={<p>There are no lines.</p>}
    />
  );
}

type Row = Readonly<{ cells: readonly string[]; name: string | undefined; isOfOutcome: boolean }>;

function rowOf({ read, settlementAt }: Props, { cells, name, isOfOutcome }: Row): TableRow {
  const shown = cells.map(cellIn(read.columns));
  const outcomeAt = placeOf(read, 'outcome');
  return {
    key: cells[0] ?? '',
    cells: [
      ...(isOfOutcome ? shown.toSpliced(outcomeAt, 1) : shown),
      ...(isWhole(read) ? [<Why key="why" at={settlementAt} line={name} of={cells[0]} />] : []),
    ],
  };
}

type WhyProps = Readonly<{ at: string; line: string | undefined; of: string | undefined }>;

function Why({ at, line = '', of }: WhyProps): JSX.Element {
  return (
    <a href={`${at}/why?line=${encodeURIComponent(line)}`}>
      Why<span class="unseen"> line {of}</span>
    </a>
  );
}

function Months({ read, at, outcome, groups }: OutcomeProps): JSX.Element {
  return (
    <Table
      caption={`${capital(outcome)} by month`}
      isCaptionUnseen
      onPhone="lines"
      columns={[
        { label: 'Month' },
        { label: 'Lines', isNumber: true, isSaidInLine: true },
        { label: 'Owed', isNumber: true, inLine: 'end' },
      ]}
      rows={groups.map((group) => ({
        key: group.month,
        cells: [
          <a key="month" href={`${at}?${new URLSearchParams({ outcome, month: group.month })}`}>
            {monthWords(group.month)}
          </a>,
          group.lines.toLocaleString('en-GB'),
          <Owed key="owed" groups={[group]} read={read} />,
        ],
      }))}
      empty={null}
    />
  );
}

/** Lines one after another, in place in line. */
export function LinesInOrder(props: Props): JSX.Element {
  const rows = props.read.lines.map((cells, row) => {
    return rowOf(props, { cells, name: props.read.names[row], isOfOutcome: false });
  });
  return <LineTable {...props} rows={rows} caption="Lines of this statement" isOfOutcome={false} />;
}
