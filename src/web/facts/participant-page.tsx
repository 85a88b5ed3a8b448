import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Answer, Visit } from '../../http/index.ts';
import { attachEvidence, factsOfParticipant, files } from '../../service/facts-in/index.ts';
import { participantRecord } from '../../service/people/index.ts';
import { Button, DayOf, Empty, Heading, Notice, Status, Table } from '../look/index.ts';
import { ProgrammeTabs } from '../programmes/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { useMayDo } from '../visit-context.ts';
import { factsAddress, participantAddress, shortReference } from './address.ts';
import { Days } from './days.tsx';
import { FactState } from './fact-state.tsx';
import { showFacts } from './facts-page.tsx';
import { findProgramme } from './find-programme.ts';
import { begun, recorder, referralStates } from './words.ts';

type Shown = Static<(typeof factsOfParticipant)['output']>['facts'];
type Record = Static<(typeof participantRecord)['output']>;

/** Goes to the record of whoever was looked up; asks again for what is no reference. */
export async function findParticipant(visit: Visit): Promise<Answer> {
  const { programme = '' } = visit.params;
  const reference = (visit.query.participant ?? '').trim().toLowerCase();
  const record = await visit.perform(participantRecord, { programme, participant: reference });
  const mistyped = record.ok ? [] : record.problems.filter(({ code }) => code.startsWith('input.'));
  // Whoever sees no files is told so in the place of the record, as they came from elsewhere.
  const seesFiles = mistyped.length > 0 && (await visit.perform(files, { programme })).ok;
  if (seesFiles) return showFacts(visit, mistyped);
  return { kind: 'go', to: participantAddress(programme, encodeURIComponent(reference)) };
}

/**
 * What is recorded of a participant, in the order in which it happened, and without money. The page
 * has a neutral name for everybody, so that nothing shows by who has one.
 */
export async function showParticipant(visit: Visit): Promise<Answer> {
  const found = await findProgramme(visit);
  if (!found.ok) return found.answer;
  const { programme } = found;
  const input = { programme: programme.programme, participant: visit.params.participant };
  const record = await visit.perform(participantRecord, input);
  if (!record.ok) return showRefused(visit, record.problems);
  const facts = await visit.perform(factsOfParticipant, input);
  if (!facts.ok) return showRefused(visit, facts.problems);
  const title = `Record ${shortReference(record.value.participant)}`;
  const { neutralName } = programme;
  return showPage(
    visit,
    { title, width: 'wide', neutralName },
    <>
      <ProgrammeTabs programme={programme.programme} parts={programme.parts} here="facts" />
      <Heading
        kind={neutralName}
        lead="What happened, in the order in which it happened."
        actions={
          <Button
            href={factsAddress(programme.programme, `one?participant=${record.value.participant}`)}
          >
            Record a fact
          </Button>
        }
      >
        {title}
      </Heading>
      <WithWhom record={record.value} />
      <Timeline programme={programme.programme} facts={facts.value.facts} />
    </>,
  );
}

function WithWhom({ record }: Readonly<{ record: Record }>): JSX.Element {
  return (
    <>
      {record.isProtected && (
        <Notice tone="attention" title="Protected">
          <p>
            Where they are is never recorded, and nobody outside is told that they are known.
            {record.isUnsetAsked && ' One worker has asked for this to end; a second one decides.'}
          </p>
        </Notice>
      )}
      <Table
        caption="With whom"
        onPhone="lines"
        columns={[
          { label: 'Provider' },
          { label: 'Since', isSaidInLine: true },
          { label: 'Stands', inLine: 'end' },
        ]}
        rows={record.referrals.map((each) => ({
          key: each.referral,
          cells: [
            each.provider,
            <DayOf key="at" at={each.at} />,
            <Status key="state" tone={each.state === 'attached' ? 'good' : 'neutral'}>
              {referralStates[each.state] ?? each.state}
            </Status>,
          ],
        }))}
        empty={<Empty title="Nobody was asked to work with them here" />}
      />
    </>
  );
}

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

type TimelineProps = Readonly<{ programme: string; facts: Shown }>;

function Timeline({ programme, facts }: TimelineProps): JSX.Element {
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
          detailOf(fact),
          recorder(fact.recordedBy, fact.isOwn),
          <Standing key="state" programme={programme} fact={fact} />,
        ],
      }))}
      empty={<Empty title="Nothing is recorded yet" />}
    />
  );
}

/** What a fact says beside its day and its kind. */
export function detailOf({ provider, group, value, unit, source, method, ...rest }: Shown[number]) {
  const worth = value === undefined ? undefined : valueInWords(value, unit);
  return [provider, group, rest.with, worth, source, method]
    .filter((each) => each !== undefined)
    .join(', ');
}

function valueInWords(value: string, unit: string | undefined): string {
  return unit === undefined ? `value ${value}` : `${value} ${unit}`;
}
