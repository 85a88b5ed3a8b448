import type { JSX } from 'preact';
import type { Day as CalendarDay } from '../../calendar/index.ts';
import { Day, Table } from '../look/index.ts';
import { factsAddress } from './address.ts';
import { Days } from './days.tsx';
import type { SeenClaim } from './evidence-page.tsx';
import { begun } from './words.ts';

export type AskedListProps = Readonly<{ programme: string; claims: readonly SeenClaim[] }>;

/** Claims of one's own of which a verifier asks to be shown more; nothing where there are none. */
export function AskedList({ programme, claims }: AskedListProps): JSX.Element | null {
  const isDated = claims.some(({ decideBy }) => decideBy !== undefined);
  return (
    <Table
      caption="More is asked for"
      onPhone="lines"
      columns={[
        { label: 'What' },
        { label: 'When', inLine: 'end' },
        { label: 'Why' },
        ...(isDated ? [{ label: 'Decided by', isSaidInLine: true }] : []),
      ]}
      rows={claims.map(({ fact, asked, decideBy }) => ({
        key: fact.id,
        cells: [
          <a key="what" href={factsAddress(programme, fact.id, 'evidence')}>
            {begun(fact.kind)}
          </a>,
          <Days key="days" fact={fact} />,
          asked?.words ?? '',
          ...(isDated
            ? [decideBy === undefined ? '' : <Day key="by" day={decideBy as CalendarDay} />]
            : []),
        ],
      }))}
      empty={null}
    />
  );
}
