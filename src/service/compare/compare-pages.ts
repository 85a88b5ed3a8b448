import { type Contract, findTerm, forms } from '../../contract/index.ts';
import { rulesOf } from '../../facts/index.ts';
import type { Problem, Result } from '../../problem/index.ts';
import {
  owed,
  type Plan,
  planOf,
  type SettlementResult,
  settlementResult,
} from '../../settlement/index.ts';
import { isError } from '../check-pages.ts';
import { loadPages, type Page } from '../load-pages.ts';
import { readFacts } from '../read-facts.ts';
import type { LeftOut, SettleRequest } from '../settle.ts';
import { type MoneyBetween, moneyBetween } from './money-between.ts';
import { currenciesDiffer, notOnePage } from './problems.ts';
import { type TermChange, termsBetween } from './terms-between.ts';

/** How two pages differ, in what they say and in what they pay for the same facts. */
export type Compared = Readonly<{
  was: Page;
  now: Page;
  currency: string;
  terms: readonly TermChange[];
  /** Each page as if it alone had held from the first day. */
  alone: MoneyBetween;
  /** The first page alone, against both together: the second from the day from which it counts. */
  together?: MoneyBetween;
  leftOut: LeftOut;
}>;

/** Two pages, and the facts and days for which both are settled. */
export type CompareRequest = Omit<SettleRequest, 'pages' | 'previous' | 'erased'> &
  Readonly<{ was: string; now: string }>;

export async function comparePages(request: CompareRequest): Promise<Result<Compared>> {
  const was = await loadOne(request.was);
  if (!was.ok) return was;
  const now = await loadOne(request.now);
  if (!now.ok) return now;
  const contracts = [was.value.read.contract, now.value.read.contract];
  const first = planOf([alone(was.value.read.contract)]);
  if (!first.ok) return first;
  const second = planOf([alone(now.value.read.contract)]);
  if (!second.ok) return second;
  const currencies = { was: first.value.currency, now: second.value.currency };
  if (currencies.was !== currencies.now) {
    const problem = currenciesDiffer(request.now, currencies.was, currencies.now);
    return { ok: false, problems: [problem] };
  }
  const setAside = request.setAside === true;
  const read = await readFacts(request.facts, rulesOf(contracts), { setAside });
  if (!setAside && read.problems.some(isError)) return { ok: false, problems: read.problems };
  const settle = (plan: Plan, page: Page): SettlementResult => {
    const asAt = { trueBy: request.asAt, knownBy: request.knownAt, unread: read.unread };
    const { language } = page.read.contract;
    const contract = page.hashes.contract ?? '';
    return settlementResult(owed(plan, read.facts, asAt), { contract, language });
  };
  const before = settle(first.value, was.value);
  const both = isVersionOf(now.value, was.value) ? planOf(contracts) : undefined;
  return {
    ok: true,
    value: {
      was: was.value,
      now: now.value,
      currency: currencies.now,
      terms: termsBetween(was.value.read.contract, now.value.read.contract),
      alone: moneyBetween(before, settle(second.value, now.value)),
      ...(both?.ok ? { together: moneyBetween(before, settle(both.value, now.value)) } : {}),
      leftOut: { rows: read.unread.length, problems: [...read.problems, ...doubtsOf(both)] },
    },
  };
}

/** Why two versions that make no plan together are compared only each by itself. */
function doubtsOf(both: Result<Plan> | undefined): readonly Problem[] {
  if (both === undefined || both.ok) return [];
  return both.problems.map((problem) => ({ ...problem, severity: 'warning' }));
}

async function loadOne(path: string): Promise<Result<Page>> {
  const { pages, problems } = await loadPages([path]);
  const [page] = pages;
  if (page === undefined || problems.some(isError)) return { ok: false, problems };
  if (pages.length > 1) return { ok: false, problems: [notOnePage(path, pages.length)] };
  return { ok: true, value: page };
}

/** A version as a contract of its own: it replaces nothing, and counts from the first day. */
function alone(contract: Contract): Contract {
  const { opening } = contract;
  return { ...contract, opening: opening.filter(({ form }) => form !== versionForm) };
}

const versionForm = forms.opening.version.name;

function isVersionOf(now: Page, was: Page): boolean {
  const version = findTerm(now.read.contract.opening, forms.opening.version);
  return version !== undefined && version.replaces === was.hashes.contract;
}
