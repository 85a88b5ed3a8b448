import type { JSX } from 'preact';
import { DayOf, Status, Table } from '../look/index.ts';
import { participantAddress, shortReference } from './address.ts';
import type { KnownParticipant } from './participants-known.ts';
import { referralStates } from './words.ts';

const shownMost = 12;

export type KnownListProps = Readonly<{ programme: string; known: readonly KnownParticipant[] }>;

/** The newest of those whom one works with, to open their records; nothing where there are none. */
export function KnownList({ programme, known }: KnownListProps): JSX.Element {
  const isOfOne = new Set(known.map(({ provider }) => provider)).size === 1;
  return (
    <Table
      caption="Referred last"
      onPhone="lines"
      columns={[
        { label: 'Reference' },
        ...(isOfOne ? [] : [{ label: 'Provider' }]),
        { label: 'Since', isSaidInLine: true },
        { label: 'Stands', inLine: 'end' },
      ]}
      rows={known.slice(0, shownMost).map(({ referral, participant, provider, at, state }) => ({
        key: referral,
        cells: [
          <a key="record" href={participantAddress(programme, participant)}>
            <code>{shortReference(participant)}</code>
          </a>,
          ...(isOfOne ? [] : [provider]),
          <DayOf key="at" at={at} />,
          <Status key="state" tone={state === 'attached' ? 'good' : 'neutral'}>
            {referralStates[state] ?? state}
          </Status>,
        ],
      }))}
      empty={null}
    />
  );
}
