import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { type Day, dayNumber } from '../../calendar/index.ts';
import { findTerm, forms, printContract } from '../../contract/index.ts';
import type { Result } from '../../problem/index.ts';
import { countKnownFacts, findComparison, type PageComparison } from '../../store/money/index.ts';
import type { Work } from '../act/index.ts';
import { compareRead } from '../compare/compare-read.ts';
import type { MoneyBetween } from '../compare/money-between.ts';
import type { SumsBetween } from '../compare/sums-between.ts';
import { termsBetween } from '../compare/terms-between.ts';
import { loadFacts } from '../facts-in/index.ts';
import type { Page } from '../pages/load-pages.ts';
import { type MoneyGiven, moneyGiven } from './money-given.ts';

/** How a page differs from the version in force, in terms and in money on the same facts. */
export type Difference = Readonly<{
  currency: string;
  asAt: string;
  facts: number;
  terms: readonly Readonly<{ section: string; was?: string; now?: string }>[];
  /** There are too many facts for their money to be compared while somebody waits. */
  isOfTermsAlone?: boolean;
  /** How far the comparison in money is that was asked for, where it is not done. */
  comparison?: Readonly<{ state: 'waiting' | 'failed'; step: string }>;
  /** Each page as if it alone had held from the first day; absent where there are no facts. */
  alone?: MoneyGiven;
  /** All versions so far, against the page with them from its own day on. */
  together?: MoneyGiven;
  /** Of all of this: what is approved is what was shown. */
  hash: string;
}>;

type Looking = Pick<Work, 'tx' | 'service' | 'today'>;

/** A page and those published before it; by its number, where it was put forward. */
type Compared = Readonly<{
  programme: string;
  published: readonly Page[];
  now: Page;
  number?: number;
  /** Of more facts money is compared by and by. */
  factsMost?: bigint;
}>;

/** The difference of a page from the last of those published, for the facts as at today. */
export async function differenceFrom(
  work: Looking,
  { programme, published, now, number, factsMost = factsComparedMax }: Compared,
): Promise<Result<Difference | undefined>> {
  const was = published.at(-1);
  if (was === undefined) return { ok: true, value: undefined };
  const known = await countKnownFacts(work.tx, { programme, knownAt: work.today });
  if (known.count > factsMost) {
    const pair = { was, now };
    const of = { ...comparedAs(now, published), number };
    const kept = await findComparison(work.tx, { programme, ...of });
    const value =
      kept?.state === 'done'
        ? ofKept(kept, pair)
        : ofTerms(work, { ...pair, kept, facts: Number(known.count) });
    return { ok: true, value };
  }
  const loaded = await loadFacts(work, programme);
  if (!loaded.ok) return loaded;
  // Who will sign is not known yet: both are shown as though they bound all.
  const facts = loaded.value.facts.filter(({ kind }) => kind !== 'bound');
  const today = dayNumber(work.today as Day);
  const pair = { earlier: published.slice(0, -1), was, now };
  const compared = compareRead(pair, { facts, asAt: { trueBy: today, knownBy: today } });
  if (!compared.ok) return compared;
  const { currency, terms, alone, together } = compared.value;
  const given = {
    currency,
    asAt: work.today,
    facts: facts.length,
    terms,
    ...(facts.length === 0 ? {} : { alone: moneyGiven(inSums(alone), currency) }),
    ...(facts.length === 0 || together === undefined
      ? {}
      : { together: moneyGiven(inSums(together), currency) }),
  };
  return { ok: true, value: { ...given, hash: hashOf(given) } };
}

/** By what a comparison of a page is known again: what it says, and what it would replace. */
export function comparedAs({ read }: Page, published: readonly Page[]) {
  return { text: printContract(read.contract), inForce: published.length };
}

/**
 * Of more than so many it is asked for and made by and by: whoever asks would wait for several
 * settlements, and hold a connection of the database meanwhile.
 */
const factsComparedMax = 100_000n;

/** What is said otherwise, where there are too many facts to settle while somebody waits. */
function ofTerms(
  { today }: Looking,
  { was, now, kept, facts }: Pair & Readonly<{ kept: PageComparison | undefined; facts: number }>,
): Difference {
  const terms = termsBetween(was.read.contract, now.read.contract);
  const given = { currency: currencyOf(now), terms, isOfTermsAlone: true };
  const { state, step = '' } = kept ?? {};
  // Facts that come in change nothing of what is approved.
  return {
    ...given,
    asAt: today,
    facts,
    ...(state === 'waiting' || state === 'failed' ? { comparison: { state, step } } : {}),
    hash: hashOf(given),
  };
}

/** With the money of the facts that were known when that was asked for. */
function ofKept({ asAt, facts, money }: PageComparison, { was, now }: Pair): Difference {
  const terms = termsBetween(was.read.contract, now.read.contract);
  const sums = money as Readonly<{ alone: MoneyGiven; together?: MoneyGiven }>;
  const given = { currency: currencyOf(now), asAt, facts: Number(facts), terms, ...sums };
  return { ...given, hash: hashOf(given) };
}

type Pair = Readonly<{ was: Page; now: Page }>;

/** In which currency a page pays. */
export function currencyOf({ read }: Page): string {
  return findTerm(read.contract.opening, forms.opening.buys)?.currency ?? '';
}

function inSums({ lines, ...sums }: MoneyBetween): SumsBetween {
  return { ...sums, lines: lines.length };
}

function hashOf(given: unknown): string {
  const digest = createHash('sha256')
    .update(String(canonicalize(given)))
    .digest('hex');
  return `sha256:${digest}`;
}
