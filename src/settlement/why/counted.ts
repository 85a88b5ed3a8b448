import { isZero } from '../../money/index.ts';
import { chainsIn } from '../admit/admitted.ts';
import type { Due } from '../due/due.ts';
import { gateOver } from '../gate-awaited.ts';
import { countOf } from '../measure/count.ts';
import { evidenceOf } from '../measure/evidence.ts';
import { decimalWords } from '../measure/number-words.ts';
import { personsOf } from '../measure/person.ts';
import { findTaking, type Taking, takingsOf } from '../measure/taking.ts';
import type { Draft } from '../pay/draft.ts';
import type { Plan } from '../plan/plan.ts';
import type { SettledParticipant } from '../settle-participant.ts';
import { factsBehind } from './facts-behind.ts';
import { askedOf, type Traced } from './trace.ts';
import { listWords } from './words.ts';

/** What a line counts, by name, so that anybody may contest it; and the facts behind that. */
export type Counted = Readonly<{ sentences: readonly string[]; facts: readonly string[] }>;

const none: Counted = { sentences: [], facts: [] };
const namesMax = 20;

/** What a pot, a measure or a gate over a line counts: lines or participants, the first of them. */
export function countedBy(due: Due, traced: Traced): Counted {
  const { basis, outcome, cohort, provider } = due;
  if (basis.is === 'outcome') return countedByGate(due, basis.draft, traced);
  if (basis.is !== 'other') return none;
  if (outcome === 'pot') return countedByPot(due, traced);
  const taking = findTaking(takingsOf(planOf(due, traced)), outcome, cohort ?? '');
  return taking === undefined ? none : countedByMeasure(taking, provider, traced);
}

function planOf({ provider }: Due, { settled }: Traced): Plan {
  return settled.work.bound.planFor(provider);
}

function countedByPot(due: Due, { settled, participantOf }: Traced): Counted {
  const pot = due.version.whole?.pots.find(({ clause }) => clause === due.clause);
  const period = pot?.periods.find(({ name }) => name === due.period);
  if (pot === undefined || period === undefined) return none;
  const { knownBy } = settled.work.asAt;
  const lines = askedOf(settled).filter(({ due: { basis, payableOn, earnedOn, ...each } }) => {
    const isOwn = each.provider === due.provider && each.payee === due.provider;
    const isKnown = (earnedOn ?? payableOn ?? Number.POSITIVE_INFINITY) <= knownBy;
    const isIn = each.day >= period.first && each.day <= period.last;
    const stands = basis.is === 'outcome' && basis.draft.refusal === undefined;
    return isOwn && isKnown && isIn && stands && pot.outcomes.includes(each.outcome);
  });
  const shown = lines.slice(0, namesMax).flatMap(({ due: { basis, participant } }) => {
    const own = participantOf(participant ?? '');
    return basis.is === 'outcome' && own ? factsBehind(basis.draft.earned, own.today) : [];
  });
  return {
    sentences: namedSentence(
      due.provider,
      lines.map(({ due: { line } }) => line),
    ),
    facts: shown.map(({ id }) => id),
  };
}

/** Others stand in the reasons of a line only where that line alone is asked about. */
function countedByGate(due: Due, { gate }: Draft, traced: Traced): Counted {
  if (gate === undefined || !traced.isOfAll) return none;
  const { measure, cohort } = gateOver(due, gate.clause) ?? {};
  const takings = takingsOf(planOf(due, traced));
  const taking = measure && findTaking(takings, measure.name, cohort?.name ?? '');
  if (taking === undefined) return none;
  return { ...countedByMeasure(taking, due.provider, traced), facts: [] };
}

/** Each of the people, with how much is counted of it; those of whom anything is come first. */
function countedByMeasure(taking: Taking, provider: string, traced: Traced): Counted {
  const { participantOf, everybody, settled } = traced;
  const { knownBy, trueBy } = settled.work.asAt;
  if (taking.from > Math.min(knownBy, trueBy)) return none;
  const asked = taking.measure.per === 'provider' ? provider : '';
  const people: CountedPerson[] = [];
  for (const own of everybody()) {
    const persons = personsOf(evidenceOf(own), taking, taking.cohort);
    const person = persons.find((each) => each.provider === asked);
    const sums = person && countOf(person, knownBy);
    if (sums === undefined || sums.people + sums.denominator === 0) continue;
    const words = sums.unknown > 0 ? 'not known' : decimalWords(sums.numerator);
    people.push({ participant: own.participant, words, isSome: !isZero(sums.numerator) });
  }
  people.sort((one, other) => Number(other.isSome) - Number(one.isSome));
  return {
    sentences: namedSentence(
      taking.measure.name,
      people.map(({ participant, words }) => `${participant} (${words})`),
    ),
    facts: people.slice(0, namesMax).flatMap(({ participant }) => {
      const own = participantOf(participant);
      return own ? factsCounted(own, taking) : [];
    }),
  };
}

/** Somebody whom a measure counts, and how much of them. */
type CountedPerson = Readonly<{ participant: string; words: string; isSome: boolean }>;

/** What a measure reads of one of the people. */
function factsCounted(own: SettledParticipant, { measure }: Taking): readonly string[] {
  const { core } = measure;
  switch (core.is) {
    case 'number':
    case 'share':
    case 'rate': {
      const earned = own.today.earned.filter((each) =>
        core.outcomes.includes(each.placed.outcome.name),
      );
      return earned.flatMap((each) => factsBehind(each, own.today)).map(({ id }) => id);
    }
    case 'share with':
    case 'per head':
    case 'per one with any':
    case 'total':
    case 'mean':
      return headsOf(own, core.kinds);
    case 'mean change':
      return headsOf(own, [core.kind]);
    case 'share having':
      return headsOf(own, [measure.of]);
    case 'estimated':
    case 'weighted':
      return [];
  }
}

function headsOf({ admitted }: SettledParticipant, kinds: readonly string[]): readonly string[] {
  return kinds
    .flatMap((kind) => chainsIn(admitted, kind))
    .filter(({ head }) => head.state === 'verified')
    .map(({ head }) => head.id);
}

function namedSentence(what: string, names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  const more = names.length - namesMax;
  const shown = [...names.slice(0, namesMax), ...(more > 0 ? [`${more} more`] : [])];
  return [`Counted for ${what}: ${listWords(shown)}.`];
}
