import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Answer, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import { mayDo } from '../../service/access/index.ts';
import { kindsOfProgramme, writeFactForm } from '../../service/facts-in/index.ts';
import { participantRecord } from '../../service/people/index.ts';
import { formText } from '../form-text.ts';
import { showUnpublished } from '../programmes/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { factsAddress, participantAddress, shortReference } from './address.ts';
import { FactForm } from './fact-form.tsx';
import { edgeOf, FactsHead } from './facts-head.tsx';
import { KindChoice } from './kind-choice.tsx';
import { isBeforePage, ofProgramme } from './of-programme.ts';
import { participantsKnown } from './participants-known.ts';
import { begun } from './words.ts';

type Kind = Static<(typeof kindsOfProgramme)['output']>['kinds'][number];

/** The form of one fact: first of what kind it is, then what facts of that kind say. */
export const showOneFact = ofProgramme(async ({ visit, programme, problems }) => {
  const kinds = await visit.perform(kindsOfProgramme, { programme: programme.programme });
  if (!kinds.ok) {
    return isBeforePage(kinds.problems)
      ? showUnpublished(visit, programme, 'facts')
      : showRefused(visit, kinds.problems);
  }
  const chosen = visit.query.kind ?? formText(visit, 'kind');
  const offered = kinds.value.kinds.map((each) => asSaidBy(programme.parts, each));
  const kind = offered.find(({ name }) => name === chosen);
  const action = factsAddress(programme.programme, 'one');
  const known = kind === undefined ? [] : await participantsKnown(visit);
  return showPage(
    visit,
    { title: 'Record one fact', problems, ...edgeOf(programme) },
    <>
      <FactsHead programme={programme} lead={aboutWhom(visit)}>
        {kind === undefined ? 'What happened?' : begun(kind.name)}
      </FactsHead>
      <Recorded programme={programme.programme} visit={visit} />
      {kind === undefined ? (
        <KindChoice action={`${action}${forWhom(visit)}`} kinds={offered} />
      ) : (
        <FactForm
          action={action}
          another={`${action}${forWhom(visit)}`}
          visit={visit}
          kind={kind}
          kinds={kinds.value}
          known={known}
          asked={askedAbout(visit, problems)}
        />
      )}
    </>,
  );
});

// What a provider says is a claim at first; what others say of it counts as they say it.
function asSaidBy(parts: readonly string[], kind: Kind): Kind {
  return parts.includes('provider') ? kind : { ...kind, isVerified: false };
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

type RecordedProps = Readonly<{ programme: string; visit: Visit }>;

// What was just recorded lies under the reference here, whatever the sender calls them: that may be
// a name, and stands in no address.
function Recorded({ programme, visit }: RecordedProps): JSX.Element | null {
  const { recorded = '' } = visit.query;
  const isSeen = mayDo(participantRecord, visit.actor).ok;
  if (visit.said === undefined || recorded === '' || !isSeen) return null;
  return (
    <p>
      It stands in the record{' '}
      <a href={participantAddress(programme, recorded)}>
        <code>{shortReference(recorded)}</code>
      </a>
      .
    </p>
  );
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
  const reference = formText(visit, 'participant').trim();
  const written = await visit.perform(writeFactForm, {
    programme,
    fact: Object.fromEntries(filled),
    ...(shown === undefined ? {} : { shown }),
    asksFirst: reference === '' || formText(visit, 'sure') !== reference,
  });
  if (!written.ok) return showOneFact(visit, onForm(visit, written.problems));
  const { participant = '' } = written.value;
  const asked = new URLSearchParams({ kind: formText(visit, 'kind'), recorded: participant });
  const warned = written.value.warnings
    .filter(({ code }) => !asksFirst.has(code))
    .map(({ message, help }) => `${message} ${help}`);
  const say = ['The fact was recorded.', ...warned, 'Record another, or go on.'].join(' ');
  return { kind: 'go', to: factsAddress(programme, `one?${asked}`), say };
}

/** What is asked about before a fact is recorded: the same may be sent again all the same. */
const asksFirst: ReadonlySet<string> = new Set([
  'participant.not_met',
  'participant.named_as_person',
]);

/** The reference that is asked about, where nothing else stands in the way. */
function askedAbout(visit: Visit, problems: readonly Problem[]): string | undefined {
  const isAsked = problems.length > 0 && problems.every(({ code }) => asksFirst.has(code));
  return isAsked ? formText(visit, 'participant').trim() : undefined;
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
