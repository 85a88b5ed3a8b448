import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Answer, Visit } from '../../http/index.ts';
import type { Result } from '../../problem/index.ts';
import { kindsOfProgramme } from '../../service/facts-in/index.ts';
import {
  attachPerson,
  endStay,
  participantRecord,
  turnAwayPerson,
  whyLeft,
  whyTurnedAway,
} from '../../service/people/index.ts';
import {
  ofProgramme,
  participantAddress,
  referralStates,
  shortReference,
  withoutRow,
} from '../facts/index.ts';
import { formText } from '../form-text.ts';
import { Button, Buttons, DayOf, Facts, Field, Form } from '../look/index.ts';
import { findOwnProgramme } from '../programmes/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { useMayDo } from '../visit-context.ts';
import { referAddress, referralAddress } from './address.ts';
import { GroupFields } from './group-fields.tsx';
import { PersonHead } from './person-head.tsx';
import { sendsOn } from './sends-on.ts';

type Kinds = Static<(typeof kindsOfProgramme)['output']>;
type Referral = Static<(typeof participantRecord)['output']>['referrals'][number];

/** A referral: answered by the provider, or a stay that ends. */
export const showReferral = ofProgramme(async ({ visit, programme, problems }) => {
  const { participant = '', referral: id } = visit.params;
  const whom = { programme: programme.programme, participant };
  const record = await visit.perform(participantRecord, whom);
  if (!record.ok) return showRefused(visit, record.problems);
  const referral = record.value.referrals.find((each) => each.referral === id);
  if (referral === undefined) {
    return { kind: 'go', to: participantAddress(programme.programme, participant) };
  }
  const kinds = await visit.perform(kindsOfProgramme, { programme: programme.programme });
  if (!kinds.ok) return showRefused(visit, kinds.problems);
  const isToAnswer = referral.state === 'made' && programme.parts.includes('provider');
  const title = isToAnswer ? 'Answer a referral' : (titles[referral.state] ?? 'A referral');
  return showPage(
    visit,
    { title, neutralName: programme.neutralName, problems },
    <>
      <PersonHead programme={programme} lead={`About participant ${shortReference(participant)}.`}>
        {title}
      </PersonHead>
      <Facts
        facts={[
          { name: 'Provider', value: referral.provider },
          { name: 'Since', value: <DayOf at={referral.at} /> },
          { name: 'Stands', value: referralStates[referral.state] ?? referral.state },
        ]}
      />
      <Steps
        at={referralAddress({ ...whom, referral: referral.referral })}
        visit={visit}
        referral={referral}
        isToAnswer={isToAnswer}
        kinds={kinds.value}
      />
      <p>
        <a href={participantAddress(programme.programme, participant)}>Back to the record</a>
      </p>
    </>,
  );
});

const titles: Readonly<Record<string, string>> = { attached: 'End a stay' };

type StepsProps = Readonly<{
  at: string;
  visit: Visit;
  referral: Referral;
  isToAnswer: boolean;
  kinds: Kinds;
}>;

function Steps(props: StepsProps): JSX.Element | null {
  const mayDo = useMayDo();
  const { at, visit, referral, isToAnswer, kinds } = props;
  if (isToAnswer && mayDo(attachPerson)) {
    return (
      <>
        <Begin at={at} visit={visit} kinds={kinds} />
        <TurnAway at={at} />
      </>
    );
  }
  return referral.state === 'attached' && mayDo(endStay) ? <End at={at} visit={visit} /> : null;
}

type AtProps = Readonly<{ at: string; visit: Visit }>;

function Begin({ at, visit, kinds }: AtProps & Readonly<{ kinds: Kinds }>): JSX.Element {
  return (
    <>
      <h2>You work with them</h2>
      <Form action={`${at}/attach`} name="attach" values={visit.form}>
        <Field
          kind="day"
          name="day"
          label="First day"
          hint="Today, if it is left empty."
          isOptional
        />
        <GroupFields kinds={kinds} />
        <Buttons>
          <Button>Begin the stay</Button>
        </Buttons>
      </Form>
    </>
  );
}

function TurnAway({ at }: Readonly<{ at: string }>): JSX.Element {
  return (
    <>
      <h2>Or you do not</h2>
      <Form action={`${at}/turn-away`} name="turn-away">
        <Field
          kind="select"
          name="why"
          label="Why they are turned away"
          hint="They are offered another provider. Nobody is paid less for it."
          empty="Choose a reason"
          options={optionsOf(whyTurnedAway)}
        />
        <Buttons>
          <Button kind="grave">Turn them away</Button>
        </Buttons>
      </Form>
    </>
  );
}

function End({ at, visit }: AtProps): JSX.Element {
  return (
    <Form action={`${at}/end`} name="end" values={visit.form}>
      <Field kind="day" name="day" label="Last day" hint="Today, if it is left empty." isOptional />
      <Field
        kind="select"
        name="why"
        label="Why it ends"
        hint="Whoever goes on with another provider is referred there next."
        empty="Choose a reason"
        options={optionsOf(whyLeft)}
      />
      <Buttons>
        <Button>End the stay</Button>
      </Buttons>
    </Form>
  );
}

function optionsOf(reasons: Readonly<Record<string, string>>) {
  return Object.entries(reasons).map(([value, label]) => ({ value, label }));
}

/** Begins a stay. */
export async function takeAttached(visit: Visit): Promise<Answer> {
  const done = await visit.perform(attachPerson, { ...which(visit), ...said(visit, attachFields) });
  if (!done.ok) return refused(visit, done);
  const waits = done.value.waits ? ' It counts once a verifier has accepted it.' : '';
  return back(visit, `The stay has begun.${waits}`);
}

/** Turns somebody away. */
export async function takeTurnedAway(visit: Visit): Promise<Answer> {
  const input = { ...which(visit), why: formText(visit, 'why') };
  const done = await visit.perform(turnAwayPerson, input);
  return done.ok ? back(visit, 'They were turned away.') : refused(visit, done);
}

/** Ends a stay; whoever goes on elsewhere is referred there next. */
export async function takeEnd(visit: Visit): Promise<Answer> {
  const why = formText(visit, 'why');
  const done = await visit.perform(endStay, { ...which(visit), ...said(visit, ['day']), why });
  if (!done.ok) return refused(visit, done);
  const { programme = '', participant = '' } = visit.params;
  if (why !== 'other provider') return back(visit, 'The stay has ended.');
  const own = await findOwnProgramme(visit, programme);
  if (own === undefined || !sendsOn(own)) {
    return back(visit, 'The stay has ended. Whoever refers people here sends them on.');
  }
  const say = 'The stay has ended. To whom do they go now?';
  return { kind: 'go', to: referAddress(programme, participant), say };
}

const attachFields = ['day', 'group', 'with'] as const;

function which({ params: { programme, referral } }: Visit) {
  return { programme, referral };
}

function said(visit: Visit, names: readonly string[]) {
  const filled = names.map((name) => [name, formText(visit, name).trim()] as const);
  return Object.fromEntries(filled.filter(([, text]) => text !== ''));
}

async function refused(visit: Visit, { problems }: Extract<Result<unknown>, { ok: false }>) {
  return showReferral(visit, withoutRow(problems));
}

function back({ params }: Visit, say: string): Answer {
  const { programme = '', participant = '' } = params;
  return { kind: 'go', to: participantAddress(programme, participant), say };
}
