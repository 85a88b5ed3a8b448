import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Answer, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import { kindsOfProgramme, writeFact } from '../../service/facts-in/index.ts';
import { formText } from '../form-text.ts';
import { Button, Buttons, Field, Form, Notice } from '../look/index.ts';
import { showUnpublished } from '../programmes/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { factsAddress, shortReference } from './address.ts';
import { edgeOf, FactsHead } from './facts-head.tsx';
import { findProgramme, isBeforePage } from './find-programme.ts';
import { KindChoice } from './kind-choice.tsx';
import { type KnownParticipant, participantsKnown } from './participants-known.ts';
import { begun, referralStates } from './words.ts';

type Kinds = Static<(typeof kindsOfProgramme)['output']>;
type Kind = Kinds['kinds'][number];

/** The form of one fact: first of what kind it is, then what facts of that kind say. */
export async function showOneFact(
  visit: Visit,
  problems: readonly Problem[] = [],
): Promise<Answer> {
  const found = await findProgramme(visit);
  if (!found.ok) return found.answer;
  const { programme } = found;
  const kinds = await visit.perform(kindsOfProgramme, { programme: programme.programme });
  if (!kinds.ok) {
    return isBeforePage(kinds.problems)
      ? showUnpublished(visit, programme, 'facts')
      : showRefused(visit, kinds.problems);
  }
  const chosen = visit.query.kind ?? formText(visit, 'kind');
  const kind = kinds.value.kinds.find(({ name }) => name === chosen);
  const action = factsAddress(programme.programme, 'one');
  const known = kind === undefined ? [] : await participantsKnown(visit);
  return showPage(
    visit,
    { title: 'Record one fact', problems, ...edgeOf(programme) },
    <>
      <FactsHead programme={programme} lead={aboutWhom(visit)}>
        {kind === undefined ? 'What happened?' : begun(kind.name)}
      </FactsHead>
      {kind === undefined ? (
        <KindChoice action={`${action}${forWhom(visit)}`} kinds={kinds.value.kinds} />
      ) : (
        <FactForm action={action} visit={visit} kind={kind} kinds={kinds.value} known={known} />
      )}
    </>,
  );
}

// Who it is about goes with whoever came from a record.
function forWhom({ query: { participant } }: Visit): string {
  return participant === undefined ? '?' : `?participant=${encodeURIComponent(participant)}`;
}

function aboutWhom({ query: { participant } }: Visit): string {
  return participant === undefined
    ? 'About one participant.'
    : `About participant ${shortReference(participant)}.`;
}

const cells = [
  'kind',
  'participant',
  'provider',
  'group',
  'with',
  'day',
  'from',
  'to',
  'value',
  'source',
] as const;

/** Takes one fact. */
export async function takeOneFact(visit: Visit): Promise<Answer> {
  if (visit.uploadProblems.length > 0) return showOneFact(visit, visit.uploadProblems);
  const programme = visit.params.programme ?? '';
  const filled = cells.flatMap((cell) => {
    const text = formText(visit, cell).trim();
    return text === '' ? [] : [[cell, text] as const];
  });
  const { shown } = visit.uploads;
  const written = await visit.perform(writeFact, {
    programme,
    fact: Object.fromEntries(filled),
    ...(shown === undefined ? {} : { shown }),
  });
  if (!written.ok) return showOneFact(visit, onForm(visit, written.problems));
  const kind = encodeURIComponent(formText(visit, 'kind'));
  const warned = written.value.warnings.map(({ message, help }) => `${message} ${help}`);
  const say = ['The fact was recorded.', ...warned, 'Record another, or go on.'].join(' ');
  return { kind: 'go', to: factsAddress(programme, `one?kind=${kind}`), say };
}

// A form is one row, whose number says nothing; and it does not ask when the fact became known:
// what is wrong with that stands at the day it is known by, unless that day is wrong already.
function onForm(visit: Visit, problems: readonly Problem[]): readonly Problem[] {
  const asked = (name: string) => name in visit.form;
  const filled = (name: string) => formText(visit, name).trim() !== '';
  const field = asked('day') ? 'day' : filled('to') ? 'to' : 'from';
  const isSaid = problems.some(({ at }) => at.field === field);
  return problems
    .filter(({ at }) => !(at.field === 'known' && isSaid))
    .map((problem) => {
      const named = problem.at.field === 'known' ? { field } : {};
      return { ...problem, at: { ...problem.at, line: 0, ...named } };
    });
}

type FactFormProps = Readonly<{
  action: string;
  visit: Visit;
  kind: Kind;
  kinds: Kinds;
  known: readonly KnownParticipant[];
}>;

function FactForm({ action, visit, kind, kinds, known }: FactFormProps): JSX.Element {
  const participant = visit.query.participant;
  return (
    <Form
      action={action}
      hasFiles
      values={{ ...(participant === undefined ? {} : { participant }), ...visit.form }}
    >
      <input type="hidden" name="kind" value={kind.name} />
      {kind.isVerified && (
        <Notice tone="neutral">
          Somebody else verifies this before it counts.
          {kind.evidence !== undefined && ` ${begun(kind.evidence)} is enough to show it.`}
        </Notice>
      )}
      <Field
        kind="text"
        name="participant"
        label="Participant"
        hint={
          known.length === 0
            ? 'The reference, never a name.'
            : 'The reference, never a name. Those who are with you are offered as you type.'
        }
        autocomplete="off"
        offers={known.map(offerOf)}
      />
      <ProviderFields kind={kind} kinds={kinds} />
      <DayFields kind={kind} />
      {kind.value !== 'none' && (
        <Field
          kind="number"
          name="value"
          label={kind.shape === 'score' ? 'Score' : 'Number'}
          unit={kind.unit}
          hint={boundsOf(kind)}
          isOptional={kind.value === 'optional'}
        />
      )}
      {kind.sources.length > 0 && (
        <Field
          kind="select"
          name="source"
          label="Where does the record come from?"
          empty="Not said"
          isOptional
          options={kind.sources.map((source) => ({ value: source, label: begun(source) }))}
        />
      )}
      {kind.isVerified && (
        <Field
          kind="file"
          name="shown"
          label="What shows it"
          hint="A PDF, picture or table. Whoever verifies it sees it, and nobody else."
          isOptional
        />
      )}
      <Buttons>
        <Button>Record it</Button>
        <a href={`${action}${forWhom(visit)}`}>Another kind of fact</a>
      </Buttons>
    </Form>
  );
}

function boundsOf({ low, high }: Kind): string | undefined {
  return low === undefined || high === undefined ? undefined : `From ${low} to ${high}.`;
}

function offerOf({ participant, state, provider }: KnownParticipant) {
  return { value: participant, label: `${referralStates[state] ?? state}, ${provider}` };
}

function ProviderFields({ kind, kinds }: Readonly<{ kind: Kind; kinds: Kinds }>) {
  // Somebody may be referred before it is known to whom.
  const isReferred = kind.name === 'referred';
  if (!kind.needsProvider && !isReferred) return null;
  return (
    <>
      <Field
        kind="select"
        name="provider"
        label="Provider"
        empty={isReferred ? 'Not said' : 'Choose one'}
        isOptional={isReferred}
        options={kinds.providers.map((name) => ({ value: name, label: name }))}
      />
      {kinds.groups.length > 0 && (kind.name === 'attached' || isReferred) && (
        <Field
          kind="select"
          name="group"
          label="Group"
          empty={isReferred ? 'Not said' : 'Choose one'}
          isOptional={isReferred}
          options={kinds.groups.map((name) => ({ value: name, label: begun(name) }))}
        />
      )}
      {kinds.characteristics.length > 0 && (
        <Field
          kind="text"
          name="with"
          label="Characteristics"
          hint={`As in ${kinds.characteristics[0]}=…, with semicolons between several.`}
          isOptional
        />
      )}
    </>
  );
}

function DayFields({ kind }: Readonly<{ kind: Kind }>): JSX.Element {
  if (kind.shape !== 'spell') return <Field kind="day" name="day" label="On which day?" />;
  return (
    <>
      <Field kind="day" name="from" label="First day" />
      <Field kind="day" name="to" label="Last day" hint="Empty while it goes on." isOptional />
    </>
  );
}
