import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { type Day, dayNumber } from '../../calendar/index.ts';
import { findTerm, forms } from '../../contract/index.ts';
import { formatMajor } from '../../money/index.ts';
import type { Result } from '../../problem/index.ts';
import { countKnownFacts } from '../../store/money/index.ts';
import type { Work } from '../act/index.ts';
import { compareRead } from '../compare/compare-read.ts';
import type { MoneyBetween, MoneyPair } from '../compare/money-between.ts';
import { termsBetween } from '../compare/terms-between.ts';
import { loadFacts } from '../facts-in/index.ts';
import type { Page } from '../pages/load-pages.ts';

/** How a page differs from the version in force, in terms and in money on the same facts. */
export type Difference = Readonly<{
  currency: string;
  asAt: string;
  facts: number;
  terms: readonly Readonly<{ section: string; was?: string; now?: string }>[];
  /** There are too many facts for their money to be compared while somebody waits. */
  isOfTermsAlone?: boolean;
  /** Each page as if it alone had held from the first day; absent where there are no facts. */
  alone?: MoneyGiven;
  /** All versions so far, against the page with them from its own day on. */
  together?: MoneyGiven;
  /** Of all of this: what is approved is what was shown. */
  hash: string;
}>;

export type MoneyGiven = Readonly<{
  total: Readonly<{ was: string; now: string }>;
  outcomes: readonly PairGiven[];
  providers: readonly PairGiven[];
  payers: readonly PairGiven[];
  /** How many lines differ. */
  lines: number;
}>;

export type PairGiven = Readonly<{ name: string; was: string; now: string }>;

/** The difference of a page from the last of those published, for the facts as at today. */
export async function differenceFrom(
  work: Work,
  {
    programme,
    published,
    now,
  }: Readonly<{ programme: string; published: readonly Page[]; now: Page }>,
): Promise<Result<Difference | undefined>> {
  const was = published.at(-1);
  if (was === undefined) return { ok: true, value: undefined };
  const known = await countKnownFacts(work.tx, { programme, knownAt: work.today });
  if (known.count > factsComparedMax) {
    return { ok: true, value: ofTerms(work, { was, now, facts: Number(known.count) }) };
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
    ...(facts.length === 0 ? {} : { alone: moneyGiven(alone, currency) }),
    ...(facts.length === 0 || together === undefined
      ? {}
      : { together: moneyGiven(together, currency) }),
  };
  return { ok: true, value: { ...given, hash: hashOf(given) } };
}

// Whoever asks waits for several settlements, and holds a connection of the database meanwhile.
const factsComparedMax = 100_000n;

/** What is said otherwise, where there are too many facts to settle while somebody waits. */
function ofTerms(
  { today }: Work,
  { was, now, facts }: Readonly<{ was: Page; now: Page; facts: number }>,
): Difference {
  const { contract } = now.read;
  const currency = findTerm(contract.opening, forms.opening.buys)?.currency ?? '';
  const terms = termsBetween(was.read.contract, contract);
  const given = { currency, terms, isOfTermsAlone: true };
  // Facts that come in change nothing of what is approved.
  return { ...given, asAt: today, facts, hash: hashOf(given) };
}

function hashOf(given: unknown): string {
  const digest = createHash('sha256')
    .update(String(canonicalize(given)))
    .digest('hex');
  return `sha256:${digest}`;
}

function moneyGiven(money: MoneyBetween, currency: string): MoneyGiven {
  const pair = ({ name, was, now }: MoneyPair) => ({
    name,
    was: formatMajor(was, currency),
    now: formatMajor(now, currency),
  });
  const { total, outcomes, providers, payers, lines } = money;
  return {
    total: { was: formatMajor(total.was, currency), now: formatMajor(total.now, currency) },
    outcomes: outcomes.map(pair),
    providers: providers.map(pair),
    payers: payers.map(pair),
    lines: lines.length,
  };
}
