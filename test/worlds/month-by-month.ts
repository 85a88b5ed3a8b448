import { chance } from '../../src/chance/index.ts';
import { formatMajor, fraction, unitsOfMajor } from '../../src/money/index.ts';
import {
  type Change,
  difference,
  ledgerOf,
  type Outstanding,
  type Owed,
  owed,
  type PaidResult,
  type Payable,
  type PaymentPlan,
  payable,
  type SettlementResult,
  settlementResult,
  sumOfPortions,
} from '../../src/settlement/index.ts';
import { disputesIn } from './disputes.ts';
import type { World } from './world.ts';

/** About how many days pass from one settlement to the next. */
const daysBetween = 61;

/** One settlement of a series, with what is paid on it. */
type Step = Readonly<{ result: PaidResult; changes: readonly Change[]; pays: Payable }>;

/** Sums of money by whose they are. */
type Sums = Map<string, bigint>;

/**
 * Settled every two months and paid each time, with disputes, claims and terms of recovery: what
 * came of it is what is owed at once, the books say the same, and settled once more nothing moves.
 */
export function monthsOff(world: World, settled: Owed): string[] {
  const disputed = { ...world, facts: [...world.facts, ...disputesIn(world)] };
  const series = seriesOf(disputed);
  return [
    ...changesOff(series, settled),
    ...paymentsOff(series),
    ...booksOff(series),
    ...twiceOff(disputed, series.at(-1) as Step),
  ];
}

function seriesOf(world: World): Step[] {
  const { plan, asAt } = world;
  const steps: Step[] = [];
  const last = Math.min(asAt.trueBy, asAt.knownBy);
  for (let day = plan.startsOn + daysBetween; day < last; day += daysBetween) {
    const asked = { ...world, asAt: { trueBy: day, knownBy: day } };
    steps.push(settledAfter(asked, steps.at(-1)));
  }
  return [...steps, settledAfter(world, steps.at(-1))];
}

function settledAfter(world: World, before: Step | undefined): Step {
  const { plan, facts, asAt } = world;
  const now = settlementResult(owed(plan, facts, asAt), { contract: 'world', language: 1 });
  const rest = { now, plan, facts, ...(before ? { previous: before.result } : {}) };
  const changes = difference(rest);
  const pays = payable({ ...rest, changes, payment: termsOf(world) });
  return { result: paidResult(now, changes, pays), changes, pays };
}

/** As other programs read it. */
function paidResult(
  now: SettlementResult,
  changes: readonly Change[],
  { statements, outstanding }: Payable,
): PaidResult {
  const money = (units: bigint) => formatMajor(units, now.currency);
  return {
    ...now,
    changes: changes.map(({ takenBack, paid, ...change }) => ({
      ...change,
      takenBack: money(sumOfPortions(takenBack)),
      paid: money(sumOfPortions(paid)),
      payers: [],
    })),
    payable: {
      paid: money(statements.reduce((sum, { paid }) => sum + paid, 0n)),
      payBy: null,
      questionBy: null,
      interest: null,
      statements: statements.map(({ payee, due, items, paid }) => ({
        payee,
        due: money(due),
        items: items.map((item) => ({ ...item, amount: money(item.amount) })),
        paid: money(paid),
      })),
    },
    outstanding,
  };
}

/** Terms of payment of every sort, the same for all settlements of a world. */
function termsOf({ seed }: World): PaymentPlan {
  const draw = chance(seed).fork('terms');
  const share = () => fraction(draw.whole(1, 4), draw.whole(4, 10));
  const after = { count: draw.whole(1, 8), unit: 'month' } as const;
  const most = { count: draw.whole(20, 120), unit: 'day' } as const;
  return {
    ...(draw.happens(0.7) ? { onAccount: { clause: 'Payment/on account', share: share() } } : {}),
    ...(draw.happens(0.8)
      ? { held: { clause: 'Payment/held', ...(draw.happens(0.6) ? { most } : {}) } }
      : {}),
    ...(draw.happens(0.8)
      ? {
          recovery: {
            clause: 'Payment/recovery',
            ...(draw.happens(0.7) ? { after } : {}),
            ...(draw.happens(0.7) ? { most: share() } : {}),
            except: draw.happens(0.5) ? ['fraud'] : [],
          },
        }
      : {}),
  };
}

/** All changes of all settlements add up, line by line, to what is owed at once. */
function changesOff(series: readonly Step[], settled: Owed): string[] {
  const sums: Sums = new Map();
  for (const { line, takenBack, paid } of series.flatMap(({ changes }) => changes)) {
    add(sums, line, sumOfPortions(paid) - sumOfPortions(takenBack));
  }
  return unlike('changes', sums, new Map(settled.lines.map(({ line, amount }) => [line, amount])));
}

/** What an item of a statement does to what is due (docs/settlement.md, Payable). */
const signs = {
  held: -1n,
  released: 1n,
  'on account': 1n,
  'on account settled': -1n,
  recoverable: 1n,
  recovered: -1n,
  'written off': 0n,
  'write-off reversed': -1n,
} as const;

/** Each statement adds up, and what was paid with what stands out is what is owed to each. */
function paymentsOff(series: readonly Step[]): string[] {
  const paidToDate: Sums = new Map();
  return series.flatMap(({ result, changes, pays: { statements, outstanding } }, at) => {
    const due: Sums = new Map();
    for (const { payee, takenBack, paid } of changes) {
      add(due, payee, sumOfPortions(paid) - sumOfPortions(takenBack));
    }
    const said: Sums = new Map(statements.map((each) => [each.payee, each.due]));
    const wrong = statements.filter((each) => {
      const moved = each.items.reduce((sum, { is, amount }) => sum + signs[is] * amount, each.due);
      return moved !== each.paid || each.paid < 0n;
    });
    for (const { payee, paid } of statements) add(paidToDate, payee, paid);
    const whole: Sums = new Map(paidToDate);
    for (const [payee, amount] of outstandingOf(outstanding)) add(whole, payee, amount);
    return [
      ...wrong.map(({ payee }) => `statement ${at} of ${payee}`),
      ...unlike(`due ${at}`, said, due),
      ...unlike(`paid and outstanding ${at}`, whole, amountsOf(result, 'payee')),
    ];
  });
}

/** Held, less debts, what was written off and what is on account, by payee. */
function outstandingOf({ held, debts, writtenOff, onAccount }: Outstanding): Sums {
  const sums: Sums = new Map();
  for (const { payee, amount } of held) add(sums, payee, unitsOfMajor(amount));
  for (const { payee, amount } of [...debts, ...writtenOff, ...onAccount]) {
    add(sums, payee, -unitsOfMajor(amount));
  }
  return sums;
}

/** What lines come to, by who is paid or by who pays. */
function amountsOf({ lines }: SettlementResult, by: 'payee' | 'payer'): Sums {
  const sums: Sums = new Map();
  for (const { payee, payer, amount, payers = [{ payer, amount }] } of lines) {
    if (by === 'payee') add(sums, payee, unitsOfMajor(amount));
    else for (const each of payers) add(sums, each.payer, unitsOfMajor(each.amount));
  }
  return sums;
}

/** What the accounts hold is what the lines and the statements say; nothing stays owed. */
function booksOff(series: readonly Step[]): string[] {
  const [first, ...others] = series.map(({ result }) => result);
  const last = series.at(-1) as Step;
  const { balances } = ledgerOf([first as PaidResult, ...others], 'clause');
  const held = (purpose: string, sign: bigint) => {
    const own = [...balances.values()].filter(({ account }) => account[0] === purpose);
    return new Map(own.map(({ account, amount }) => [account[1] as string, sign * amount]));
  };
  const paid: Sums = new Map();
  for (const { payee, paid: amount } of series.flatMap(({ pays }) => pays.statements)) {
    add(paid, payee, amount);
  }
  const { outstanding } = last.pays;
  const out = (items: Outstanding['held']) => outstandingOf({ ...nothing, held: items });
  return [
    ...unlike('due from', held('due', 1n), amountsOf(last.result, 'payer')),
    ...unlike('owed to', held('owed', -1n), new Map()),
    ...unlike('paid to', held('paid', -1n), paid),
    ...unlike('held for', held('held', -1n), out(outstanding.held)),
    ...unlike('on account to', held('on account', 1n), out(outstanding.onAccount)),
    ...unlike('recoverable from', held('recoverable', 1n), out(outstanding.debts)),
    ...unlike('written off to', held('written off', 1n), out(outstanding.writtenOff)),
  ];
}

const nothing = { held: [], debts: [], writtenOff: [], onAccount: [] } as unknown as Outstanding;

/** Settled once more on the same days after the last, nothing changes and nothing is paid. */
function twiceOff(world: World, last: Step): string[] {
  const { changes, pays } = settledAfter(world, last);
  return [
    ...changes.map(({ line }) => `once more: ${line}`),
    ...pays.statements
      .filter(({ due, items, paid }) => due !== 0n || paid !== 0n || items.length > 0)
      .map(({ payee, due, paid }) => `once more: ${payee}: due ${due}, paid ${paid}`),
  ];
}

function add(sums: Sums, key: string, amount: bigint): void {
  sums.set(key, (sums.get(key) ?? 0n) + amount);
}

function unlike(what: string, found: Sums, wanted: Sums): string[] {
  return [...new Set([...found.keys(), ...wanted.keys()])]
    .filter((key) => (found.get(key) ?? 0n) !== (wanted.get(key) ?? 0n))
    .map((key) => `${what} ${key}: ${found.get(key) ?? 0n}, not ${wanted.get(key) ?? 0n}`);
}
