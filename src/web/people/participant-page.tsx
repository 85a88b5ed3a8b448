import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Answer, Visit } from '../../http/index.ts';
import { factsOfParticipant, writeFact } from '../../service/facts-in/index.ts';
import {
  participantRecord,
  protectParticipant,
  referPerson,
  seePerson,
  unprotectParticipant,
  whyLooked,
} from '../../service/people/index.ts';
import {
  factsAddress,
  ofProgramme,
  participantAddress,
  shortReference,
  Timeline,
} from '../facts/index.ts';
import { Button, Copy, Facts, Field, Form, Notice } from '../look/index.ts';
import type { OwnProgramme } from '../programmes/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { useMayDo } from '../visit-context.ts';
import { referAddress } from './address.ts';
import { PersonHead } from './person-head.tsx';
import { sendsOn } from './sends-on.ts';
import { WithWhom } from './with-whom.tsx';

type Record = Static<(typeof participantRecord)['output']>;

/** What is recorded of a participant, in the order in which it happened, and without money. */
export const showParticipant = ofProgramme(async ({ visit, programme, problems }) => {
  const input = { programme: programme.programme, participant: visit.params.participant };
  const record = await visit.perform(participantRecord, input);
  if (!record.ok) return showRefused(visit, record.problems);
  const facts = await visit.perform(factsOfParticipant, input);
  if (!facts.ok) return showRefused(visit, facts.problems);
  const title = `Record ${shortReference(record.value.participant)}`;
  return showPage(
    visit,
    { title, width: 'wide', neutralName: programme.neutralName, problems },
    <>
      <PersonHead
        programme={programme}
        lead="What happened, in the order in which it happened."
        actions={<Ways programme={programme} record={record.value} />}
      >
        {title}
      </PersonHead>
      <Names record={record.value} />
      {record.value.isProtected && <Protected record={record.value} />}
      <WithWhom programme={programme} record={record.value} />
      <Timeline programme={programme.programme} facts={facts.value.facts} />
      <ForWorkers programme={programme.programme} record={record.value} />
    </>,
  );
});

type Props = Readonly<{ record: Record }>;
type Placed = Props & Readonly<{ programme: string }>;

type WaysProps = Props & Readonly<{ programme: OwnProgramme }>;

function Ways({ programme: own, record }: WaysProps): JSX.Element {
  const mayDo = useMayDo();
  const { programme } = own;
  const { participant, referrals } = record;
  const isWithThem = referrals.some(({ state }) => state === 'made' || state === 'attached');
  const isForOthers = sendsOn(own);
  return (
    <>
      {mayDo(writeFact) && (
        <Button href={factsAddress(programme, `one?participant=${participant}`)}>
          Record a fact
        </Button>
      )}
      {mayDo(referPerson) && (isForOthers || !isWithThem) && (
        <Button kind="quiet" href={referAddress(programme, participant)}>
          {isForOthers ? 'Refer to a provider' : 'They chose you'}
        </Button>
      )}
    </>
  );
}

function Names({ record: { participant } }: Props): JSX.Element {
  return (
    <Facts
      facts={[
        {
          name: 'Reference here',
          value: (
            <>
              <code class="hash">{participant}</code> <Copy text={participant} />
            </>
          ),
        },
      ]}
    />
  );
}

function Protected({ record }: Props): JSX.Element {
  return (
    <Notice tone="attention" title="Protected">
      <p>
        Where they are is never recorded, and nobody outside is told that they are known.
        {record.isUnsetAsked && ' One worker has asked for this to end; a second one decides.'}
      </p>
    </Notice>
  );
}

/** What those do who work with people: look at names for a reason, and protect. */
function ForWorkers({ programme, record }: Placed): JSX.Element {
  const mayDo = useMayDo();
  const at = participantAddress(programme, record.participant);
  return (
    <>
      {mayDo(seePerson) && (
        <section class="no-print">
          <h2>Name and contact</h2>
          <Form action={`${at}/look`} name="look">
            <Field
              kind="select"
              name="why"
              label="Why do you look?"
              hint="They are kept apart from all this. Every look is written down, with its reason."
              empty="Choose a reason"
              options={Object.entries(whyLooked).map(([value, label]) => ({ value, label }))}
            />
            <Button kind="quiet">Show name and contact</Button>
          </Form>
        </section>
      )}
      {mayDo(protectParticipant) && <Protection at={at} record={record} />}
    </>
  );
}

type ProtectionProps = Props & Readonly<{ at: string }>;

function Protection({ at, record }: ProtectionProps): JSX.Element {
  const { isProtected, isUnsetAsked } = record;
  return (
    <section class="no-print">
      <h2>Protection</h2>
      {isProtected ? (
        <Form action={`${at}/unprotect`} name="unprotect">
          <p>
            {isUnsetAsked
              ? 'One worker has asked for it to end. It ends when another worker asks the same.'
              : 'It ends when two workers ask for it, one after the other.'}
          </p>
          <Button kind="grave">Ask for protection to end</Button>
        </Form>
      ) : (
        <Form action={`${at}/protect`} name="protect">
          <p>
            For whoever may be in danger from somebody they know. It holds at once, and it takes two
            workers to end it.
          </p>
          <Button kind="quiet">Protect them</Button>
        </Form>
      )}
    </section>
  );
}

/** Protects a participant, at once. */
export async function takeProtection(visit: Visit): Promise<Answer> {
  const whom = whomOf(visit);
  const done = await visit.perform(protectParticipant, whom);
  if (!done.ok) return showParticipant(visit, done.problems);
  return back(whom, 'They are protected from now on.');
}

/** Asks for the protection of a participant to end. */
export async function takeUnprotection(visit: Visit): Promise<Answer> {
  const whom = whomOf(visit);
  const done = await visit.perform(unprotectParticipant, whom);
  if (!done.ok) return showParticipant(visit, done.problems);
  const say = done.value.isProtected
    ? 'You have asked for protection to end. Another worker has to ask the same.'
    : 'They are protected no longer.';
  return back(whom, say);
}

type Whom = Readonly<{ programme: string; participant: string }>;

function whomOf({ params: { programme = '', participant = '' } }: Visit): Whom {
  return { programme, participant };
}

function back({ programme, participant }: Whom, say: string): Answer {
  return { kind: 'go', to: participantAddress(programme, participant), say };
}
