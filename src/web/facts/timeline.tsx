import type { JSX } from 'preact';
import type { Static } from 'typebox';
import { attachEvidence, type factsOfParticipant } from '../../service/facts-in/index.ts';
import { Empty, Table } from '../look/index.ts';
import { useMayDo } from '../visit-context.ts';
import { factsAddress } from './address.ts';
import { Days } from './days.tsx';
import { factDetail } from './fact-detail.ts';
import { FactState } from './fact-state.tsx';
import { begun, recorder } from './words.ts';

type Shown = Static<(typeof factsOfParticipant)['output']>['facts'];

type StandingProps = Readonly<{ programme: string; fact: Shown[number] }>;

/** Where a fact stands; of a claim of one's own that waits, the way to show it. */
function Standing({ programme, fact }: StandingProps): JSX.Element {
  const mayDo = useMayDo();
  const isWaiting = !fact.isReplaced && (fact.state === 'claimed' || fact.state === 'waiting');
  const mayShow = isWaiting && fact.isOwn && mayDo(attachEvidence);
  return (
    <>
      <FactState fact={fact} />
      {mayShow && (
        <>
          {' '}
          <a href={factsAddress(programme, fact.id, 'evidence')}>Show it</a>
        </>
      )}
    </>
  );
}

export type TimelineProps = Readonly<{ programme: string; facts: Shown }>;

/** What happened to somebody, in the order in which it happened, and where each fact stands. */
export function Timeline({ programme, facts }: TimelineProps): JSX.Element {
  return (
    <Table
      caption="What happened"
      onPhone="lines"
      columns={[
        { label: 'Day', isName: false },
        { label: 'What', isName: true },
        { label: 'Detail' },
        { label: 'Recorded by', isSaidInLine: true, inLine: 'across' },
        { label: 'State', inLine: 'end' },
      ]}
      rows={facts.map((fact) => ({
        key: fact.id,
        cells: [
          <Days key="days" fact={fact} />,
          begun(fact.kind),
          factDetail(fact),
          recorder(fact.recordedBy, fact.isOwn),
          <Standing key="state" programme={programme} fact={fact} />,
        ],
      }))}
      empty={<Empty title="Nothing is recorded yet" />}
    />
  );
}
