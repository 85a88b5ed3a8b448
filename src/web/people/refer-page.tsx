import { randomBytes } from 'node:crypto';
import type { JSX } from 'preact';
import type { Static } from 'typebox';
import { type Day, dayNumber, formatDate } from '../../calendar/index.ts';
import type { Answer, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import { inputEmpty } from '../../service/access/index.ts';
import { kindsOfProgramme } from '../../service/facts-in/index.ts';
import { offerProviders, referPerson } from '../../service/people/index.ts';
import {
  isBeforePage,
  ofProgramme,
  participantAddress,
  shortReference,
  withoutRow,
} from '../facts/index.ts';
import { formText } from '../form-text.ts';
import { Button, Buttons, Empty, Field, Form } from '../look/index.ts';
import { type OwnProgramme, showUnpublished } from '../programmes/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { referAddress } from './address.ts';
import { atContactFields, ContactFields, takeDetails } from './contact-fields.tsx';
import { GroupFields } from './group-fields.tsx';
import { PersonHead } from './person-head.tsx';

type Offered = Static<(typeof offerProviders)['output']>['offered'];
type Kinds = Static<(typeof kindsOfProgramme)['output']>;

/** The form by which somebody is sent to a provider, or records whom they chose. */
export const showRefer = ofProgramme(async ({ visit, programme, problems }) => {
  const kinds = await visit.perform(kindsOfProgramme, { programme: programme.programme });
  if (!kinds.ok) {
    return isBeforePage(kinds.problems)
      ? showUnpublished(visit, programme, 'facts')
      : showRefused(visit, kinds.problems);
  }
  const seed = formText(visit, 'seed') || randomBytes(9).toString('base64url');
  const asked = { programme: programme.programme, seed };
  const offer = await visit.perform(offerProviders, asked);
  if (!offer.ok) return showRefused(visit, offer.problems);
  const own = ownName(visit, programme);
  const offered = offer.value.offered.filter((each) => own === undefined || each.provider === own);
  const title = own === undefined ? 'Refer somebody' : 'Somebody chose you';
  const participant = visit.query.participant;
  return showPage(
    visit,
    { title, neutralName: programme.neutralName, problems },
    <>
      <PersonHead programme={programme} lead={leadOf(participant)}>
        {title}
      </PersonHead>
      {offered.length === 0 ? (
        <Empty title="Nobody takes anyone new today">
          <p>
            Providers are offered here once they are admitted, while they have places, on the days
            on which the programme takes people.
          </p>
        </Empty>
      ) : (
        <ReferForm visit={visit} seed={seed} offered={offered} kinds={kinds.value} own={own} />
      )}
    </>,
  );
});

function leadOf(participant: string | undefined): string {
  return participant === undefined
    ? 'They become a participant, under a reference that is made for this programme alone.'
    : `About participant ${shortReference(participant)}.`;
}

/** How a provider that refers is called: it records who chose it, and sends nobody elsewhere. */
function ownName({ actor }: Visit, { parts, parties }: OwnProgramme): string | undefined {
  if (actor.kind !== 'account' || parts.includes('commissioner')) return undefined;
  const here = actor.organisation?.id;
  return parties.find(({ part, organisation }) => part === 'provider' && organisation === here)
    ?.name;
}

type ReferFormProps = Readonly<{
  visit: Visit;
  seed: string;
  offered: Offered;
  kinds: Kinds;
  own: string | undefined;
}>;

function ReferForm({ visit, seed, offered, kinds, own }: ReferFormProps): JSX.Element {
  const { programme = '' } = visit.params;
  const participant = visit.query.participant;
  return (
    <Form action={referAddress(programme, participant)} values={visit.form}>
      <input type="hidden" name="seed" value={seed} />
      {own === undefined ? (
        <Choice offered={offered} />
      ) : (
        <>
          <input type="hidden" name="provider" value={own} />
          <input type="hidden" name="way" value="chosen" />
        </>
      )}
      <GroupFields kinds={kinds} isOptional />
      {participant === undefined && (
        <>
          <h2>Who they are</h2>
          <p>
            Kept sealed and apart from everything that happened, for those who work with them. Every
            look at it is written down.
          </p>
          <ContactFields />
          <Field
            kind="checkboxes"
            name="isProtected"
            label="Are they in danger from somebody they know?"
            options={[
              {
                value: 'yes',
                label: 'Protect them from the first moment',
                hint: 'It takes two workers to end it.',
              },
            ]}
          />
        </>
      )}
      <Buttons>
        <Button>{own === undefined ? 'Refer them' : 'Record that they chose you'}</Button>
      </Buttons>
    </Form>
  );
}

function Choice({ offered }: Readonly<{ offered: Offered }>): JSX.Element {
  return (
    <>
      <Field
        kind="radios"
        name="provider"
        label="To which provider?"
        hint="In an order drawn anew for each person. Read them out as they stand."
        options={offered.map((each) => ({
          value: each.provider,
          label: each.provider,
          hint: knownOf(each),
        }))}
      />
      <Field
        kind="radios"
        name="way"
        label="Who chose it?"
        options={[
          {
            value: 'chosen',
            label: 'They did',
            hint: 'What stands here is kept as what they knew when they chose.',
          },
          { value: 'referred', label: 'They are sent there' },
        ]}
      />
    </>
  );
}

function knownOf({ since, areas, placesLeft }: Offered[number]): string {
  const where = areas.length === 0 ? 'Everywhere' : areas.join(', ');
  const left = placesLeft === undefined ? '' : ` ${placesWords(placesLeft)}`;
  return `${where}. Here since ${formatDate(dayNumber(since as Day))}.${left}`;
}

function placesWords(left: number): string {
  return left === 1 ? '1 place left.' : `${left} places left.`;
}

// Who they are is looked at only once the choice is whole: a name that is missed is said at once.
function unnamed(visit: Visit, problems: readonly Problem[]): readonly Problem[] {
  const isAsked = visit.query.participant === undefined && formText(visit, 'name').trim() === '';
  const isFirst = problems.every(({ code }) => code.startsWith('input.'));
  return isAsked && isFirst ? [inputEmpty('name')] : [];
}

/** Refers somebody. */
export async function takeRefer(visit: Visit): Promise<Answer> {
  const { programme = '' } = visit.params;
  const { participant } = visit.query;
  const { details, from } = takeDetails(visit);
  const filled = ['group', 'with'].flatMap((name) => {
    const text = formText(visit, name).trim();
    return text === '' ? [] : [[name, text] as const];
  });
  const isProtected = formText(visit, 'isProtected') === 'yes';
  const whom = participant === undefined ? { details, isProtected } : { participant };
  const provider = formText(visit, 'provider');
  const done = await visit.perform(referPerson, {
    programme,
    provider,
    way: formText(visit, 'way'),
    seed: formText(visit, 'seed'),
    ...whom,
    ...Object.fromEntries(filled),
  });
  if (!done.ok) {
    const problems = withoutRow(atContactFields(done.problems, from));
    return showRefer(visit, [...problems, ...unnamed(visit, problems)]);
  }
  const waits = done.value.waits ? ' It counts once a verifier has accepted it.' : '';
  const say = `They were referred to ${provider}: their reference stands below.${waits}`;
  return { kind: 'go', to: participantAddress(programme, done.value.participant), say };
}
