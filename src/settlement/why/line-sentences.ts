import { type Fraction, formatDecimal, one } from '../../money/index.ts';
import { type Draft, lineName, payableOf, payableOnOf, type Unpaid } from '../pay/draft.ts';
import { cutTo, type MetPart } from '../pay/limit.ts';
import type { Factor } from '../pay/price.ts';
import type { Plan } from '../plan/plan.ts';
import { dayWords, listWords, moneyWords, shareWords, timesWords } from './words.ts';

/** A line in plain sentences: what happened, whose it is, its price, and what is paid of it. */
export function lineSentences(
  draft: Draft,
  plan: Plan,
  rest: Readonly<{ facts: readonly string[]; parts: readonly MetPart[] }>,
): readonly string[] {
  const { currency } = plan;
  return [
    whatHappened(draft),
    ...(rest.facts.length > 0 ? [`It rests on ${listWords(rest.facts)}.`] : []),
    ...whoseItIs(draft),
    ...whenPayable(draft, currency),
    ...priceSentences(draft, currency),
    ...draft.unpaid
      .filter(({ reason }) => reason !== 'limit')
      .map((each) => whyNotPaid(each, draft, currency)),
    ...rest.parts.flatMap((part) => limitSentences(part, currency)),
    `${moneyWords(payableOf(draft), currency)} is owed by ${plan.payer} to ${draft.payee}.`,
  ];
}

function whatHappened(draft: Draft): string {
  const { placed, achievement, number } = draft.earned;
  const payableOn = payableOnOf(draft);
  const times = timesWords(number);
  const again = times === '' ? '' : `, ${times},`;
  const how = achievement.isPartial ? ' in part, as it ended early' : '';
  const was = payableOn === undefined ? 'would be achieved, once it is verified,' : 'was achieved';
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

function whenPayable(draft: Draft, currency: string): readonly string[] {
  const payableOn = payableOnOf(draft);
  if (payableOn === undefined) return ['It waits for verification and has no place in line yet.'];
  const enough = `By ${dayWords(payableOn)} enough was known for it: that is its place in line.`;
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
  const fits = [...row.with, ...(row.tier ? ['its tier of score'] : [])];
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
    `The list price of ${earned.placed.outcome.name} in year ${year}${listed} is ` +
      `${moneyWords(list, currency)}.`,
    ...factors.map(factorSentence),
    ...(quantity === '' ? [] : [quantity]),
    isExact ? `That comes to ${paid}.` : `That comes to ${whole}: ${paid}, ${rounding}.`,
  ];
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
  }
}

function whyNotPaid({ reason, amount, clause }: Unpaid, draft: Draft, currency: string): string {
  const money = moneyWords(amount, currency);
  const { outcome } = draft.earned.placed;
  switch (reason) {
    case 'limit':
      return `${money} is cut by a limit (${clause}).`;
    case 'too_late':
      return `${money} of it is not paid: what it rests on became known too late (${clause}).`;
    case 'not_verified':
      return `${money} is not paid until the facts it rests on are verified.`;
    case 'other_provider':
      return `${money} is not paid: on that day the outcome belonged to another provider.`;
    case 'replaced':
      return `${money} is not paid: ${listWords(outcome.takesThePlaceOf)} had earned it.`;
    case 'route':
      return `${money} is not paid: another route is worth more, and only one pays (${clause}).`;
  }
}

function limitSentences({ amount, met }: MetPart, currency: string): readonly string[] {
  const { cut } = cutTo(amount, met);
  if (cut === undefined) {
    const left = met.map(({ clause, left: each }) => `${clause} had ${moneyWords(each, currency)}`);
    return [`The limits over it left room: ${listWords(left)} left.`];
  }
  const { left = 0n } =
    met.find(({ clause, left: each }) => clause === cut.clause && each === amount - cut.amount) ??
    {};
  return [
    `${cut.clause} had ${moneyWords(left, currency)} left when this line came: ` +
      `${moneyWords(cut.amount, currency)} is not paid.`,
  ];
}

/** The sentences of what rounding a total to a larger unit adds or takes. */
export function roundingSentences(
  last: Draft,
  plan: Plan,
  rest: Readonly<{ sum: Fraction; amount: bigint }>,
): readonly string[] {
  const { provider } = last.earned.attachment;
  const { outcome } = last.earned.placed;
  return [
    `The lines of ${provider} for ${outcome.name} come to ${moneyWords(rest.sum, plan.currency)}.`,
    `Rounding that total as the page says makes a difference of ` +
      `${moneyWords(rest.amount, plan.currency)}, a line of its own after ${lineName(last)}.`,
  ];
}
