import type { JSX } from 'preact';
import { Table } from './table.tsx';

export type BarsProps = Readonly<{
  title: string;
  /** What each row is, and what its value is: "Provider", "Earned". */
  of: string;
  measure: string;
  rows: readonly Readonly<{ name: string; value: number; shown: string }>[];
}>;

/** Values side by side, the table and the drawing in one. */
export function Bars({ title, of, measure, rows }: BarsProps): JSX.Element {
  const most = Math.max(1, ...rows.map(({ value }) => value));
  const columns = [{ label: of }, { label: measure, isNumber: true }, unseen];
  return (
    <div class="bars">
      <Table
        caption={title}
        onPhone="scroll"
        columns={columns}
        rows={rows.map(({ name, value, shown }) => ({
          key: name,
          cells: [name, shown, <Bar key="bar" share={value / most} />],
        }))}
        empty={<p>There are no figures yet.</p>}
      />
    </div>
  );
}

const unseen = { label: 'Drawn to scale', isUnseen: true, isOnPaper: true };

function Bar({ share }: Readonly<{ share: number }>): JSX.Element {
  const width = `${Math.round(Math.max(0, share) * 1000) / 10}%`;
  return (
    <svg class="bar series-1" height="14" aria-hidden="true" focusable="false">
      <rect x="0" y="0" width={width} height="14" />
    </svg>
  );
}
