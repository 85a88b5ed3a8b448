import { type Contract, findTerm, forms } from '../../contract/index.ts';
import type { Fact } from '../../facts/index.ts';
import type { Problem, Result } from '../../problem/index.ts';
import {
  type AsAtRequest,
  owed,
  type Plan,
  planOf,
  type SettlementResult,
  settlementResult,
} from '../../settlement/index.ts';
import type { Page } from '../pages/load-pages.ts';
import { type MoneyBetween, moneyBetween } from './money-between.ts';
import { currenciesDiffer } from './problems.ts';
import { type TermChange, termsBetween } from './terms-between.ts';

/** Two pages that have been read without errors, and the versions before the first of them. */
export type PagePair = Readonly<{ earlier?: readonly Page[]; was: Page; now: Page }>;

/** The same facts for both, and as at which days. */
export type SameFacts = Readonly<{ facts: readonly Fact[]; asAt: AsAtRequest }>;

/** How two pages differ, in what they say and in what they pay for the same facts. */
export type ComparedRead = Readonly<{
  currency: string;
  terms: readonly TermChange[];
  /** Each page as if it alone had held from the first day. */
  alone: MoneyBetween;
  /** All versions up to the first page, against the second with them from its own day on. */
  together?: MoneyBetween;
  /** Why two versions that make no plan together are compared only each by itself. */
  doubts: readonly Problem[];
}>;

/** Settles both pages on the same facts. */
export function compareRead(pair: PagePair, same: SameFacts): Result<ComparedRead> {
  const { earlier = [], was, now } = pair;
  const first = planOf([aloneOf(was.read.contract)]);
  if (!first.ok) return first;
  const second = planOf([aloneOf(now.read.contract)]);
  if (!second.ok) return second;
  const currencies = { was: first.value.currency, now: second.value.currency };
  if (currencies.was !== currencies.now) {
    const problem = currenciesDiffer(now.name, currencies.was, currencies.now);
    return { ok: false, problems: [problem] };
  }
  const before = settle(first.value, was, same);
  const chain = [...earlier, was].map(({ read }) => read.contract);
  const both = isVersionOf(now, was) ? planOf([...chain, now.read.contract]) : undefined;
  const held = earlier.length === 0 ? undefined : planOf(chain);
  const heldBefore = held?.ok ? settle(held.value, was, same) : before;
  return {
    ok: true,
    value: {
      currency: currencies.now,
      terms: termsBetween(was.read.contract, now.read.contract),
      alone: moneyBetween(before, settle(second.value, now, same)),
      ...(both?.ok ? { together: moneyBetween(heldBefore, settle(both.value, now, same)) } : {}),
      doubts: doubtsOf(both),
    },
  };
}

function settle(plan: Plan, page: Page, { facts, asAt }: SameFacts): SettlementResult {
  const { language } = page.read.contract;
  const contract = page.hashes.contract ?? '';
  return settlementResult(owed(plan, facts, asAt), { contract, language });
}

function doubtsOf(both: Result<Plan> | undefined): readonly Problem[] {
  if (both === undefined || both.ok) return [];
  return both.problems.map((problem) => ({ ...problem, severity: 'warning' }));
}

/** A version as a contract of its own: it replaces nothing, and counts from the first day. */
export function aloneOf(contract: Contract): Contract {
  const { opening } = contract;
  return { ...contract, opening: opening.filter(({ form }) => form !== versionForm) };
}

const versionForm = forms.opening.version.name;

function isVersionOf(now: Page, was: Page): boolean {
  const version = findTerm(now.read.contract.opening, forms.opening.version);
  return version !== undefined && version.replaces === was.hashes.contract;
}
