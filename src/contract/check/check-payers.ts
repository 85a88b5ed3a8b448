import { add, compareFractions, formatPercent, one, zero } from '../../money/index.ts';
import type { Contract } from '../contract.ts';
import { buys } from '../forms/opening.ts';
import { payerLimit } from '../forms/payers.ts';
import { placeOf } from '../page/source.ts';
import { namedPayer, type PayerRule, payerRulesOf } from '../payer-rules.ts';
import { complain, type Reader, rangeOf } from '../read/reader.ts';
import { findTerm, type TermOf, termsOf } from '../wording/form.ts';
import { parseShare } from '../wording/number-places.ts';
import { contradicts } from './contradicts.ts';

/** Every line is paid for once, and what one payer does not pay is paid by another or by nobody. */
export function checkPayers(contract: Contract, reader: Reader): void {
  const rules = payerRulesOf(contract);
  const limits = termsOf(contract.sections.payment ?? [], payerLimit);
  if (rules.length + limits.length === 0) return;
  const commissioner = findTerm(contract.opening, buys)?.commissioner ?? '';
  const named = (payer: string) => namedPayer(payer, commissioner);
  rules.forEach((rule, at) => {
    checkShares(rule, named, reader);
    checkReached(rule, rules.slice(0, at), reader);
    for (const term of rule.terms) {
      if (!('rest' in term) || named(term.payer) !== named(term.rest)) continue;
      complain(reader, rangeOf(reader, term), comesBack([term.payer, term.rest]));
    }
  });
  checkPayerLimits(limits, { rules, named, commissioner }, reader);
}

type Named = (payer: string) => string;

function checkShares({ terms }: PayerRule, named: Named, reader: Reader): void {
  let total = zero;
  terms.forEach((term, at) => {
    if (!('share' in term)) return;
    const isSame = (other: (typeof terms)[number]) => named(other.payer) === named(term.payer);
    const earlier = terms.slice(0, at).find(isSame);
    if (earlier) contradicts(earlier, term, reader);
    total = add(total, parseShare(term.share));
    if (compareFractions(total, one) <= 0) return;
    complain(reader, rangeOf(reader, term), {
      code: 'payment.payers_over_whole',
      message: `This makes ${formatPercent(total)} of what is owed paid, and 100% is all.`,
      help: 'Lower one of the shares; what they leave is paid by the commissioner.',
    });
  });
}

/** Of several rules the first that covers a line holds, so that one behind them may never hold. */
function checkReached(rule: PayerRule, before: readonly PayerRule[], reader: Reader): void {
  const covered = new Set(before.flatMap(({ outcomes }) => outcomes ?? []));
  const ofAll = before.find(({ outcomes }) => outcomes === undefined);
  const ofSame = before.find(({ outcomes }) => outcomes?.some((n) => rule.outcomes?.includes(n)));
  const isCovered = rule.outcomes?.every((name) => covered.has(name)) ?? false;
  const first = (ofAll ?? (isCovered ? ofSame : undefined))?.terms[0];
  const term = rule.terms[0];
  if (!first || !term) return;
  const { line } = placeOf(reader.source, rangeOf(reader, first));
  complain(reader, rangeOf(reader, term), {
    code: 'payment.payer_never_reached',
    message: `Line ${line} has said who pays for all that this is about, and it comes first.`,
    help: 'Put what is said of some outcomes before what is said of all, and shares together.',
  });
}

type Payers = Readonly<{ rules: readonly PayerRule[]; named: Named; commissioner: string }>;

type Limit = TermOf<typeof payerLimit>;

function checkPayerLimits(limits: readonly Limit[], payers: Payers, reader: Reader): void {
  const { rules, named } = payers;
  const paying = new Set([
    payers.commissioner,
    ...rules.flatMap(({ terms }) => terms.map(({ payer }) => named(payer))),
    ...rules.flatMap(({ terms }) => terms.flatMap((t) => ('rest' in t ? [named(t.rest)] : []))),
    ...limits.flatMap(({ beyond }) => (beyond === undefined ? [] : [named(beyond)])),
  ]);
  limits.forEach((term, at) => {
    const range = rangeOf(reader, term);
    const isSaid = (term.beyond === undefined) !== (term.unpaid === undefined);
    if (!isSaid) complain(reader, range, beyondNotSaid(term.payer));
    if (!paying.has(named(term.payer))) complain(reader, range, paysNothing(term.payer));
    const circle = circleFrom(term, limits, named);
    if (circle) complain(reader, range, comesBack(circle));
    const isSame = (other: Limit) =>
      named(other.payer) === named(term.payer) && other.each === term.each;
    const earlier = limits.slice(0, at).find(isSame);
    if (earlier) contradicts(earlier, term, reader);
  });
}

/** Who pays what is beyond a payer's limit, beyond that payer's and so on, where it comes back. */
function circleFrom(start: Limit, limits: readonly Limit[], named: Named) {
  const seen = [named(start.payer)];
  let { beyond } = start;
  while (beyond !== undefined) {
    const payer = named(beyond);
    if (payer === seen[0]) return [...seen, payer];
    if (seen.includes(payer)) return undefined;
    seen.push(payer);
    beyond = limits.find((limit) => named(limit.payer) === payer)?.beyond;
  }
  return undefined;
}

function beyondNotSaid(payer: string) {
  return {
    code: 'payment.beyond_not_said',
    message: `The page does not say, in one way, who pays what is beyond the limit of ${payer}.`,
    help: 'End with "; the commissioner pays what is beyond" or "; what is beyond is not paid".',
  };
}

function paysNothing(payer: string) {
  return {
    code: 'payment.payer_pays_nothing',
    message: `This limits what ${payer} pays, and the page does not say that it pays anything.`,
    help: `Add a sentence such as "${payer} pays 1/3 of what is owed.", or mend the name.`,
  };
}

function comesBack(circle: readonly string[]) {
  return {
    code: 'payment.rest_comes_back',
    message: `What one does not pay would come back to it: ${circle.join(', then ')}.`,
    help: 'Let somebody else pay the rest, or write that it is not paid.',
  };
}
