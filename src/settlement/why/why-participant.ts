import type { Stage } from '../achieve/stage.ts';
import { hadAllTimes, type Standing, type Status } from '../achieve/statuses.ts';
import type { SettledParticipant } from '../settle-participant.ts';
import { factsOf, sourceIn } from './facts-of.ts';
import { missingSentences, progressSentence } from './progress.ts';
import { askedOf, type Traced, trace, type WhyBasis } from './trace.ts';
import { rejectedSentences, unsureSentences } from './unsure.ts';
import type { Why } from './why.ts';
import { whyDue } from './why-line.ts';
import { withoutOutcomes } from './without-outcomes.ts';
import { dayWords } from './words.ts';

/** How everything stands with one participant. */
export type WhyParticipant = Readonly<{
  participant: string;
  sentences: readonly string[];
  lines: readonly Why[];
  statuses: readonly WhyStatus[];
}>;

/** How one outcome of one attachment stands; where it is not achieved, why not and what would. */
export type WhyStatus = Readonly<{
  attachment: string;
  provider: string;
  outcome: string;
  status: Status;
  /** How often it was achieved. */
  times: number;
  sentences: readonly string[];
}>;

/** Every line of a participant with its reasons, and every outcome with how it stands. */
export function whyParticipant(basis: WhyBasis, participant: string): WhyParticipant {
  const facts = sourceIn(basis.facts);
  const traced = trace({ ...basis, facts }, participant);
  const own = traced.participantOf(participant);
  const lines = askedOf(traced.settled)
    .filter(({ due }) => due.participant === participant)
    .map((paid) => whyDue(paid, traced));
  const statuses = own ? own.standings().map((each) => whyStatus(each, own, traced)) : [];
  const sentences =
    statuses.length === 0
      ? withoutOutcomes({ ...basis, facts: factsOf(facts, participant) }, participant)
      : [...lines.flatMap((line) => line.sentences), ...unachieved(statuses)];
  return { participant, sentences, lines, statuses };
}

function unachieved(statuses: readonly WhyStatus[]): readonly string[] {
  return statuses
    .filter(({ status }) => status !== 'achieved')
    .map(({ sentences }) => sentences.join(' '));
}

const words: Readonly<Record<Status, string>> = {
  achieved: 'achieved',
  notAchieved: 'not achieved',
  notYetDue: 'not yet due',
  notKnown: 'not known',
  setAside: 'set aside',
};

function whyStatus(standing: Standing, own: SettledParticipant, traced: Traced): WhyStatus {
  const { attachment, outcome, status, earned } = standing;
  const { provider, id } = attachment;
  const times = earned.length > 1 ? ` ${earned.length} times` : '';
  const named = `${outcome.name} with ${provider} (${id}) is ${words[status]}${times}.`;
  return {
    attachment: id,
    provider,
    outcome: outcome.name,
    status,
    times: earned.length,
    sentences: [named, ...reasonsFor(standing, own, traced)],
  };
}

/** Why it is not achieved, and what would have to be true. */
function reasonsFor(
  { status, outcome, asked }: Standing,
  { today, hopeful, participant }: SettledParticipant,
  { settled }: Traced,
): readonly string[] {
  switch (status) {
    case 'achieved':
      return [];
    case 'setAside': {
      const days = today.stages.flatMap(({ setAsideOn }) => setAsideOn ?? []);
      return [`The participant is set aside, without fault, from ${dayWords(Math.min(...days))}.`];
    }
    case 'notKnown':
    case 'notYetDue':
    case 'notAchieved': {
      const { unread } = settled.work;
      const unsure =
        status === 'notKnown'
          ? unsureSentences(outcome, hopeful ?? today, { unread, participant })
          : [];
      const used = usedUp(asked, today);
      if (used.length > 0) return used;
      const rejected = rejectedSentences(outcome, today);
      const stands = asked.flatMap(({ question, at }) =>
        standsOf(question, outcome, today.stages[at] as Stage),
      );
      return [...unsure, ...rejected, ...stands];
    }
  }
}

/** Where an outcome can be achieved no more, because another attachment has had all its times. */
function usedUp(asked: Standing['asked'], { earned }: SettledParticipant['today']): string[] {
  const used = asked.find((each) => hadAllTimes(each, earned));
  const name = used?.placed.outcome.name;
  const last = earned.findLast(({ placed, isOthers }) => placed.outcome.name === name && !isOthers);
  if (!used || !last) return [];
  const { provider, id } = last.attachment;
  const { wording } = used.placed.outcome;
  const day = dayWords(last.achievement.day);
  return [`It was achieved with ${provider} (${id}) on ${day}, and no more can come: ${wording}.`];
}

type Asked = Standing['asked'][number];

function standsOf(
  question: Asked['question'],
  outcome: Standing['outcome'],
  stage: Stage,
): readonly string[] {
  if ('waitsFor' in question) {
    const { waitsFor, isOver } = question;
    return [
      isOver
        ? `Its window, counted from ${waitsFor}, has no days.`
        : `Its window is counted from ${waitsFor}, which is not recorded.`,
    ];
  }
  const { window } = question;
  const isOpen = window.last > stage.view.horizon;
  const closes = isOpen ? 'closes' : 'closed';
  const ends = isOpen ? 'ends' : 'ended';
  const closing = outcome.window ? `Its window ${closes} on` : `The programme ${ends} on`;
  return [
    ...missingSentences(outcome, question, stage),
    progressSentence(question, stage),
    `${closing} ${dayWords(window.last)}.`,
  ];
}
