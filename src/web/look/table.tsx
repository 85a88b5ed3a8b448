import type { ComponentChildren, JSX } from 'preact';

export type TableColumn = Readonly<{
  label: string;
  /** Figures stand to the right, one under the other. */
  isNumber?: boolean | undefined;
  /** The first column names its row; another may. */
  isName?: boolean | undefined;
  /** A link that sorts by it, and how the rows are sorted by it now. */
  sort?: Readonly<{ href: string; now?: 'ascending' | 'descending' | undefined }> | undefined;
  /** Said to those who listen, and not shown: a column of buttons, of which paper has none. */
  isUnseen?: boolean | undefined;
  /** Its cells are drawn, and stand on paper too. */
  isOnPaper?: boolean | undefined;
  /**
   * Where it stands on a phone, in a table whose rows are lines there: beside the name, at the end
   * of the first line; under it, where it stands unless this says otherwise; at the end of that
   * second line; across a line of its own; or nowhere, where the others say it too.
   */
  inLine?: 'end' | 'under' | 'under-end' | 'across' | 'nowhere' | undefined;
  /** Its label is said before it in such a line: "3" alone says too little. */
  isSaidInLine?: boolean | undefined;
}>;

export type TableRow = Readonly<{
  key: string;
  cells: readonly ComponentChildren[];
  /** It is what rows above it come to. */
  isSum?: boolean | undefined;
}>;

export type TableProps = Readonly<{
  /** What the table holds, above it. */
  caption: string;
  /** It is said to those who listen, and not shown: a heading just above says it. */
  isCaptionUnseen?: boolean | undefined;
  columns: readonly TableColumn[];
  /** One cell for each column. */
  rows: readonly TableRow[];
  /** Cells of the last row: the sums of those above, under a double rule. */
  sums?: readonly ComponentChildren[] | undefined;
  /** Stands in place of the table where there are no rows. */
  empty: ComponentChildren;
  /**
   * On a phone each row is a card. A list is shorter as lines: two a row, the name with what counts
   * most, and the rest under them. A table to be read down its columns scrolls instead.
   */
  onPhone?: 'cards' | 'lines' | 'scroll' | undefined;
}>;

// A table whose rows are drawn as cards is no table to some screen readers unless it says so.
const roles = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  cell: { role: 'cell' },
  head: { role: 'columnheader' },
  name: { role: 'rowheader' },
} as const;

/** What is scrolled by the keyboard too has to be reached by it, and to say what it is. */
export function scrolled(label: string) {
  return { role: 'group', 'aria-label': label, tabIndex: 0 } as const;
}

/** Rows and columns of facts or figures. */
export function Table(props: TableProps): JSX.Element {
  const { caption, rows, sums, empty, onPhone = 'cards' } = props;
  const columns = onPhone === 'lines' ? props.columns.map(placed) : props.columns;
  if (rows.length === 0) return <>{empty}</>;
  return (
    <div class={`table table-${onPhone}`} {...(onPhone === 'scroll' ? scrolled(caption) : {})}>
      <table {...roles.table}>
        <caption class={props.isCaptionUnseen === true ? 'unseen' : undefined}>{caption}</caption>
        <thead {...roles.group}>
          <tr {...roles.row}>
            {columns.map((column) => (
              <Head key={column.label} column={column} />
            ))}
          </tr>
        </thead>
        <tbody {...roles.group}>
          {rows.map(({ key, cells, isSum }) => (
            <Row key={key} columns={columns} cells={cells} isSum={isSum} />
          ))}
        </tbody>
        {sums !== undefined && (
          <tfoot {...roles.group}>
            <Row columns={columns} cells={sums} />
          </tfoot>
        )}
      </table>
    </div>
  );
}

function Head({ column }: Readonly<{ column: TableColumn }>): JSX.Element {
  const { label, isNumber, isUnseen, sort } = column;
  const look = isNumber === true ? 'number' : isOffPaper(column) ? 'no-print' : undefined;
  const words = isUnseen === true ? <span class="unseen">{label}</span> : label;
  return (
    <th {...roles.head} scope="col" class={look} aria-sort={sort?.now}>
      {sort === undefined ? (
        words
      ) : (
        <a class={`sort sort-${sort.now ?? 'none'}`} href={sort.href}>
          {words}
        </a>
      )}
    </th>
  );
}

type RowProps = Readonly<{
  columns: readonly TableColumn[];
  cells: readonly ComponentChildren[];
  isSum?: boolean | undefined;
}>;

function Row({ columns, cells, isSum }: RowProps): JSX.Element {
  return (
    <tr {...roles.row} class={isSum === true ? 'row-sum' : undefined}>
      {columns.map((column, at) => {
        const { label, isName, isUnseen } = column;
        const said = isUnseen === true ? undefined : label;
        return isName === true || (at === 0 && isName === undefined) ? (
          <th key={label} {...roles.name} scope="row" class={nameLook(column)} data-label={said}>
            {cells[at]}
          </th>
        ) : (
          <td key={label} {...roles.cell} class={lookOf(column, cells[at])} data-label={said}>
            {cells[at]}
          </td>
        );
      })}
    </tr>
  );
}

function placed(column: TableColumn): TableColumn {
  return { inLine: 'under', ...column };
}

function isOffPaper({ isUnseen, isOnPaper }: TableColumn): boolean {
  return isUnseen === true && isOnPaper !== true;
}

function nameLook({ isNumber }: TableColumn): string | undefined {
  return isNumber === true ? 'number' : undefined;
}

function lookOf(column: TableColumn, cell: ComponentChildren): string | undefined {
  const { isNumber, inLine, isSaidInLine } = column;
  // A dash holds a place in a column; among words that are parted by dots it says nothing.
  const isAmongWords = inLine === 'under' || inLine === 'across';
  const place = isAmongWords && cell === '–' ? 'nowhere' : inLine;
  const looks = [
    ...(isNumber === true ? ['number'] : []),
    ...(place === undefined ? [] : [`line-${place}`]),
    ...(isSaidInLine === true ? ['line-said'] : []),
    ...(isOffPaper(column) ? ['no-print'] : []),
  ];
  return looks.length === 0 ? undefined : looks.join(' ');
}
