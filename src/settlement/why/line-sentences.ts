import { formatDecimal, one } from '../../money/index.ts';
import type { Due } from '../due/due.ts';
import type { MetPart } from '../due/limit.ts';
import type { PaidBy } from '../due/payers.ts';
import { type Draft, payableOnOf, type Unpaid } from '../pay/draft.ts';
import type { Factor } from '../pay/price.ts';
import type { Plan } from '../plan/plan.ts';
import { countWords } from './limit-words.ts';
import { type AskedOf, closeSentences, limitSentences, owedSentences } from './paid-sentences.ts';
import { dayWords, listWords, moneyWords, ordinalWords, shareWords, timesWords } from './words.ts';

/** A line in plain sentences: what happened, whose it is, its price, and what is paid of it. */
export function lineSentences(
  draft: Draft,
  plan: Plan,
  rest: Readonly<{
    facts: readonly string[];
    undecided: readonly string[];
    counted: readonly string[];
    parts: readonly MetPart[];
    paid: AskedOf;
  }>,
): readonly string[] {
  const { currency } = plan;
  if (draft.isGiven) return [...givenSentences(draft), ...owedSentences(rest.paid, plan)];
  return [
    whatHappened(draft),
    `It rests on ${listWords(rest.facts)}.`,
    ...rest.undecided,
    ...whoseItIs(draft),
    ...heldSentences(draft),
    ...rest.counted,
    ...whenPayable(draft, rest.paid.due, currency),
    ...closeSentences(rest.paid.due, plan),
    ...priceSentences(draft, currency),
    ...rest.paid.due.unpaid
      .filter(({ reason }) => reason !== 'limit' || rest.paid.due.payableOn === undefined)
      .map((each) => whyNotPaid(each, draft, currency)),
    ...ofNothing(draft, rest.paid, currency),
    ...rest.parts.flatMap((part) => limitSentences(part, currency)),
    ...owedSentences(rest.paid, plan),
  ];
}

/** A line of nothing that is refused does not count either, in pots and measures as in lines. */
function ofNothing(draft: Draft, { due }: PaidBy, currency: string): readonly string[] {
  const { refusal } = draft;
  if (refusal === undefined || due.unpaid.length > 0) return [];
  return [whyNotPaid({ ...refusal, amount: 0n }, draft, currency)];
}

/** Of what has been erased only what was settled can be told. */
function givenSentences({ earned }: Draft): readonly string[] {
  const { placed, achievement } = earned;
  return [
    `${placed.outcome.name} on ${dayWords(achievement.day)} was settled before.`,
    'The facts it rests on have been erased since: it stays as it was settled.',
  ];
}

function whatHappened(draft: Draft): string {
  const { placed, achievement, number } = draft.earned;
  const waits = draft.steps.length === 0;
  const times = timesWords(number);
  const again = times === '' ? '' : `, ${times},`;
  const how = achievement.isPartial ? ' in part, as it ended early' : '';
  const was = waits ? 'would be achieved, once it is verified,' : 'was achieved';
  return (
    `${placed.outcome.name}${again} ${was}${how} on ${dayWords(achievement.day)}: ` +
    `${placed.outcome.wording}.`
  );
}

function whoseItIs(draft: Draft): readonly string[] {
  const { earned, payee, share } = draft;
  const { attachment, group } = earned;
  const whose = `It belongs to ${attachment.provider}, attached on ${dayWords(attachment.day)}`;
  const inGroup = group.group === '' ? '' : ` in ${group.group}`;
  const isOwn = payee === attachment.provider;
  const part = shareWords(share.part);
  const contributor = isOwn ? [] : [`${part} of it is paid to ${payee} (${share.clause ?? ''}).`];
  return [`${whose}${inGroup} (${attachment.id}).`, ...contributor, ...leftOf(draft)];
}

/** What is the provider's own where a part of the line is paid to others. */
function leftOf({ earned, payee, share }: Draft): readonly string[] {
  const { shares } = earned.placed.outcome.price;
  if (payee !== earned.attachment.provider || shares.length === 0) return [];
  const others = shares.map(({ share: part, payee: to, clause }) => {
    return `${shareWords(part)} goes to ${to} (${clause})`;
  });
  return [`${shareWords(share.part)} of it is the provider's own: ${listWords(others)}.`];
}

/** What a gate or a count over the line has to say. */
function heldSentences({ gate, queued = [] }: Draft): readonly string[] {
  const passed = gate?.passedOn;
  const opened = passed === undefined ? [] : [`So it could be paid from ${dayWords(passed)}.`];
  const counts = queued.map(({ limit, place, roomOn }) => {
    const room =
      roomOn === undefined
        ? 'there are not people enough for it yet'
        : `there was room for it from ${dayWords(roomOn)}`;
    const { clause } = limit;
    return `It is number ${place}, and ${countWords(limit)} are paid for: ${room} (${clause}).`;
  });
  return [...(gate?.explain() ?? []), ...opened, ...counts];
}

function whenPayable(draft: Draft, due: Due, currency: string): readonly string[] {
  const payableOn = payableOnOf(draft);
  const { reason } = draft.refusal ?? {};
  if (reason === 'gate' || reason === 'count') return ['It has no place in line.'];
  if (payableOn === undefined) return ['It waits for verification and has no place in line yet.'];
  const place = due.earnedOn === undefined ? ': that is its place in line' : '';
  const enough = `By ${dayWords(payableOn)} enough was known for it${place}.`;
  if (draft.steps.length < 2) return [enough];
  const [first] = draft.steps;
  const before = moneyWords(first?.upTo ?? one, currency);
  const grew = `${before} of it had been earned by ${dayWords(first?.payableOn ?? payableOn)}.`;
  return [grew, enough];
}

function priceSentences(draft: Draft, currency: string): readonly string[] {
  const { priced, earned, exact, gross, rounded } = draft;
  const { row, year, list, factors } = priced;
  if (row === undefined)
    return [`No row of the rate card fits it in year ${year}: it is worth nothing.`];
  const inBand = row.band === undefined ? [] : [`its band, the ${ordinalWords(row.band + 1)}`];
  const fits = [...row.with, ...(row.tier ? ['its tier of score'] : []), ...inBand];
  const listed = fits.length > 0 ? ` with ${listWords(fits)}` : '';
  const quantity = quantityWords(draft);
  const rounding = {
    line: 'rounded',
    running: 'as the rounded running total grew by so much',
    total: 'as its share of the rounded total',
  }[rounded.how];
  const paid = moneyWords(gross, currency);
  const whole = moneyWords(exact, currency);
  const isExact = exact.denominator === 1n && exact.numerator === gross;
  return [
    ...bandSentence(draft),
    `The list price of ${earned.placed.outcome.name} in year ${year}${listed} is ` +
      `${moneyWords(list, currency)}.`,
    ...factors.map(factorSentence),
    ...priced.additions.map(({ amount, clause }) => {
      return `${moneyWords(amount, currency)} is added to it (${clause}).`;
    }),
    ...(priced.reverse
      ? [`The provider pays it: it is taken, not given (${priced.reverse.clause}).`]
      : []),
    ...(quantity === '' ? [] : [quantity]),
    isExact ? `That comes to ${paid}.` : `That comes to ${whole}: ${paid}, ${rounding}.`,
  ];
}

function bandSentence({ inBand }: Draft): readonly string[] {
  if (inBand === undefined) return [];
  const { number, all, clause } = inBand;
  return [`It is number ${number} of ${all} that are counted together, in line (${clause}).`];
}

function quantityWords({ earned }: Draft): string {
  const { achievement, placed } = earned;
  if (achievement.isPartial)
    return `It counts for ${shareWords(achievement.quantity)} of the whole.`;
  if (!placed.outcome.price.perUnit) return '';
  const unit = achievement.month === undefined ? 'units' : `days in ${achievement.month}`;
  return `It counts ${formatDecimal(achievement.quantity)} ${unit}.`;
}

function factorSentence({ name, value, clause, fact }: Factor): string {
  const from = clause ?? fact;
  const source = from === undefined ? '' : ` (${from})`;
  const share = shareWords(value);
  switch (name) {
    case 'taper':
      return `${share} of it is paid in this year${source}.`;
    case 'index':
      return `Prices stand at ${share} of the rate card in this year${source}.`;
    case 'deadweight':
      return `${share} of it is paid: the rest would have happened anyway${source}.`;
    case 'discount':
      return `${share} of it is left after the provider's discount${source}.`;
    case 'uplift':
      return `It is raised to ${share}${source}.`;
    case 'later rate':
      return `${share} of it is paid, as so much had been earned before it${source}.`;
  }
}

function whyNotPaid({ reason, amount, clause }: Unpaid, draft: Draft, currency: string): string {
  const money = moneyWords(amount, currency);
  const not = amount === 0n ? 'It does not count' : `${money} is not paid`;
  const { outcome } = draft.earned.placed;
  switch (reason) {
    case 'limit':
      return `${money} is what ${clause} would leave out now, if it were verified.`;
    case 'too_late': {
      const part = amount === 0n ? not : `${money} of it is not paid`;
      return `${part}: what it rests on became known too late (${clause}).`;
    }
    case 'not_verified':
      return `${not} until the facts it rests on are verified.`;
    case 'other_provider':
      return `${not}: on that day the outcome belonged to another provider.`;
    case 'replaced':
      return `${not}: ${listWords(outcome.takesThePlaceOf)} had earned it.`;
    case 'ended':
      return `${not}: it falls too long after the ending (${clause}).`;
    case 'gate':
      return `${not}: the gate over it has not been passed (${clause}).`;
    case 'count':
      return `${not} until there are people enough (${clause}).`;
    case 'route':
      return `${not}: another route is worth more, and only one pays (${clause}).`;
  }
}
