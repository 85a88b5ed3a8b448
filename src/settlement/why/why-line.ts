import { dayOf } from '../../calendar/index.ts';
import { type Fact, firstDay } from '../../facts/index.ts';
import { type Fraction, formatDecimal, formatMajor, getCurrency } from '../../money/index.ts';
import { type Due, isGiven, isPayerCut } from '../due/due.ts';
import type { MetLimit, MetPart } from '../due/limit.ts';
import { findClosing } from '../due/limited-at-close.ts';
import { type Line, lineOf } from '../due/line.ts';
import { inMajor } from '../pay/price.ts';
import type { Plan } from '../plan/plan.ts';
import { boundBy } from './bound-by.ts';
import { countedBy } from './counted.ts';
import { factsBehind } from './facts-behind.ts';
import { attachedTo, sourceIn } from './facts-of.ts';
import { lineSentences } from './line-sentences.ts';
import { otherSentences, roundingSentences } from './other-sentences.ts';
import type { AskedOf } from './paid-sentences.ts';
import {
  differenceReckoning,
  otherReckoning,
  outcomeReckoning,
  type Reckoning,
} from './reckoning.ts';
import { askedOf, type Traced, trace, type WhyBasis } from './trace.ts';
import { undecidedSentences } from './undecided.ts';
import type { Why, WhyLimit } from './why.ts';
import { dayWords } from './words.ts';

/** Why a line is what it is; undefined where there is no such line. */
export function whyLine(basis: WhyBasis, line: string): Why | undefined {
  const [, attachment] = line.split('|');
  const facts = sourceIn(basis.facts);
  const whose = attachedTo(facts, attachment);
  const traced = trace({ ...basis, facts }, whose, { isOfAll: hasGates(basis.plan) });
  const found = askedOf(traced.settled).find(({ due }) => due.line === line);
  return found && whyDue(found, traced);
}

function hasGates({ versions }: Plan): boolean {
  return versions.some(({ whole }) => whole !== undefined && whole.gates.length > 0);
}

type Words = Readonly<{ money: (units: bigint) => string; major: (units: Fraction) => string }>;

/** Why one line of a traced settlement is what it is. */
export function whyDue(paid: AskedOf, traced: Traced): Why {
  const { plan, met } = traced;
  const { currency } = plan;
  const { exponent } = getCurrency(currency);
  const major = (units: Fraction) => formatDecimal(inMajor(units, exponent));
  const money = (units: bigint) => formatMajor(units, currency);
  const { due } = paid;
  const line = lineOf(plan, paid);
  const seen = restsOf(due, traced);
  const disputes = traced.disputesOf(due);
  const counted = countedBy(due, traced);
  const bound = boundBy(due, traced.settled.work);
  const others = [...counted.facts, ...bound.facts, ...disputes.map(({ id }) => id)];
  const named = [...seen.facts, ...others];
  const facts = [...new Set(named)];
  const parts = met.get(line.line) ?? [];
  return {
    ...headOf(line, currency),
    ...closingOf(paid, plan),
    sentences: [
      ...sentencesOf(paid, plan, { ...seen, counted: counted.sentences, parts }),
      ...bound.sentences,
      ...disputes.map(disputeSentence),
    ],
    facts,
    ...reckoningOf(due, major),
    gross: money(due.gross),
    ...unpaidOf(paid, { money, major }),
    parts: parts.map(({ amount, met: limits }) => ({
      amount: money(amount),
      limits: limits.map((each) => whyLimit(each, money)),
    })),
    ...(paid.payers
      ? { payers: paid.payers.map(({ payer, amount }) => ({ payer, amount: money(amount) })) }
      : {}),
    amount: money(line.amount),
  };
}

function closingOf({ due, isOpen }: AskedOf, plan: Plan): Pick<Why, 'closesOn'> {
  const closing = isOpen && findClosing(due, plan);
  return closing ? { closesOn: dayOf(closing.period.closesOn) } : {};
}

function whyLimit({ clause, left, share }: MetLimit, money: Words['money']): WhyLimit {
  const shared = share && { sum: money(share.left), over: money(share.all) };
  return { clause, left: money(left), ...(shared ? { shared } : {}) };
}

function headOf(line: Line, currency: string) {
  return {
    line: line.line,
    clause: line.clause,
    outcome: line.outcome,
    number: line.number,
    ...(line.participant === undefined ? {} : { participant: line.participant }),
    provider: line.provider,
    payer: line.payer,
    payee: line.payee,
    day: dayOf(line.day),
    payableOn: line.payableOn === undefined ? null : dayOf(line.payableOn),
    version: line.version,
    currency,
  };
}

/** What a line rests on, and what there is to say of it. */
type Rests = Readonly<{ facts: readonly string[]; undecided: readonly string[] }>;

function restsOf({ basis, participant }: Due, { participantOf, settled }: Traced): Rests {
  switch (basis.is) {
    case 'outcome': {
      const own = participantOf(participant ?? '');
      const { earned, steps } = basis.draft;
      const firm = steps.length > 0 ? own?.today : own?.claimed;
      const evaluation = own?.late?.earned.includes(earned) ? own.late : firm;
      const facts = evaluation ? factsBehind(earned, evaluation) : [];
      const undecided = own ? undecidedSentences(facts, own, settled.work) : [];
      return { facts: facts.map(({ id }) => id), undecided };
    }
    case 'rounding':
      return { facts: [], undecided: [] };
    case 'other':
      return { facts: basis.facts, undecided: [] };
  }
}

function disputeSentence(fact: Fact): string {
  const since = dayWords(firstDay(fact));
  return `It is disputed since ${since} (${fact.id}): what it rises by is held until that is over.`;
}

type Seen = Rests & Readonly<{ counted: readonly string[]; parts: readonly MetPart[] }>;

function sentencesOf(paid: AskedOf, plan: Plan, seen: Seen): readonly string[] {
  const { basis } = paid.due;
  switch (basis.is) {
    case 'outcome':
      return lineSentences(basis.draft, plan, { ...seen, paid });
    case 'rounding':
      return roundingSentences(basis.difference, paid, plan);
    case 'other':
      return otherSentences(basis, plan, { ...seen, paid });
  }
}

function reckoningOf({ basis }: Due, major: Words['major']): Reckoning {
  switch (basis.is) {
    case 'outcome':
      return outcomeReckoning(basis.draft, major);
    case 'rounding':
      return differenceReckoning(basis.difference, major);
    case 'other':
      return otherReckoning(basis, major);
  }
}

/** What is not paid for reasons other than a limit, and what a payer's own limit cut. */
function unpaidOf({ due }: AskedOf, { money }: Words): Pick<Why, 'notPaid' | 'payerCuts'> {
  const cuts = isGiven(due) ? [] : due.unpaid.filter((each) => isPayerCut(each, due.version));
  // What was settled before was cut then, and what waits meets limits only once it is verified.
  const meetsLimits = !isGiven(due) && due.payableOn !== undefined;
  const others = due.unpaid.filter(({ reason }) => reason !== 'limit' || !meetsLimits);
  return {
    notPaid: others.map((unpaid) => ({ ...unpaid, amount: money(unpaid.amount) })),
    ...(cuts.length > 0
      ? { payerCuts: cuts.map(({ amount, clause }) => ({ amount: money(amount), clause })) }
      : {}),
  };
}
