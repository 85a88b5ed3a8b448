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
  const { was, now } = pair;
  const plans = plansBetween(pair);
  if (!plans.ok) return plans;
  const { alone, together, doubts } = plans.value;
  const before = settle(alone.was.plan, was, same);
  const heldBefore = together?.was === undefined ? before : settle(together.was.plan, was, same);
  return {
    ok: true,
    value: {
      currency: alone.now.plan.currency,
      terms: termsBetween(was.read.contract, now.read.contract),
      alone: moneyBetween(before, settle(alone.now.plan, now, same)),
      ...(together
        ? { together: moneyBetween(heldBefore, settle(together.now.plan, now, same)) }
        : {}),
      doubts,
    },
  };
}

/** Versions that are settled together, and what the engine makes of them. */
export type Held = Readonly<{ contracts: readonly Contract[]; plan: Plan }>;

/** What is settled to compare two pages, each by itself and with the versions before it. */
export type PlansBetween = Readonly<{
  alone: Readonly<{ was: Held; now: Held }>;
  /** Before it there may be nothing but what is settled alone. */
  together?: Readonly<{ was?: Held; now: Held }>;
  doubts: readonly Problem[];
}>;

/** Says what is settled to compare two pages; with problems, where it cannot be. */
export function plansBetween({ earlier = [], was, now }: PagePair): Result<PlansBetween> {
  const first = heldOf([aloneOf(was.read.contract)]);
  if (!first.ok) return first;
  const second = heldOf([aloneOf(now.read.contract)]);
  if (!second.ok) return second;
  const currencies = { was: first.value.plan.currency, now: second.value.plan.currency };
  if (currencies.was !== currencies.now) {
    const problem = currenciesDiffer(now.name, currencies.was, currencies.now);
    return { ok: false, problems: [problem] };
  }
  const chain = [...earlier, was].map(({ read }) => read.contract);
  const both = isVersionOf(now, was) ? heldOf([...chain, now.read.contract]) : undefined;
  const held = earlier.length === 0 ? undefined : heldOf(chain);
  const before = held?.ok ? { was: held.value } : {};
  return {
    ok: true,
    value: {
      alone: { was: first.value, now: second.value },
      ...(both?.ok ? { together: { ...before, now: both.value } } : {}),
      doubts: doubtsOf(both),
    },
  };
}

function heldOf(contracts: readonly Contract[]): Result<Held> {
  const plan = planOf(contracts);
  return plan.ok ? { ok: true, value: { contracts, plan: plan.value } } : plan;
}

function settle(plan: Plan, page: Page, { facts, asAt }: SameFacts): SettlementResult {
  const { language } = page.read.contract;
  const contract = page.hashes.contract ?? '';
  return settlementResult(owed(plan, facts, asAt), { contract, language });
}

function doubtsOf(both: Result<Held> | undefined): readonly Problem[] {
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
