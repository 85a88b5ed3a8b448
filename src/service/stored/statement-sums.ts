import { unitsOfMajor } from '../../money/index.ts';
import type { ResultChange, ResultLine } from '../../settlement/index.ts';
import type { CauseGroup, LineGroup } from '../../store/money/index.ts';

/** What of the lines of one payee one payer bears, and what of it changed; in smallest units. */
export type PayerShare = Readonly<{ payer: string; lines: number; owed: bigint; now: bigint }>;

/** What the lines of one payee come to, and who bears how much of them. */
export type PayeeSum = Readonly<{
  payee: string;
  lines: number;
  owed: bigint;
  /** Nobody where the page names no payers. */
  payers: readonly PayerShare[];
}>;

/** What is added up of lines and changes as they pass. */
export type StatementSums = Readonly<{
  payees: readonly PayeeSum[];
  /** Who pays what is not borne by those named; nobody where none are. */
  commissioner: string | undefined;
  groups: readonly LineGroup[];
  causes: readonly CauseGroup[];
}>;

type Growing<T> = { -readonly [Key in keyof T]: T[Key] };

type Payee = { lines: number; owed: bigint; payers: Map<string, Growing<PayerShare>> };

/** Sums that grow as lines and changes pass, in their order. */
export type GrowingSums = Readonly<{
  addLine: (line: ResultLine) => void;
  addChange: (change: ResultChange) => void;
  close: () => StatementSums;
}>;

export function growingSums(): GrowingSums {
  const payees = new Map<string, Payee>();
  const moved = new Map<string, Map<string, bigint>>();
  const groups = new Map<string, Growing<LineGroup>>();
  const causes = new Map<string, Growing<CauseGroup>>();
  let commissioner: string | undefined;
  return {
    addLine: (line) => {
      commissioner ??= line.payers && line.payer;
      addToPayee(payees, line);
      addToGroup(groups, line);
    },
    addChange: (change) => {
      addToCause(causes, change);
      const own = moved.get(change.payee) ?? new Map<string, bigint>();
      moved.set(change.payee, own);
      for (const { payer, paid, takenBack } of change.payers) {
        const more = unitsOfMajor(paid) - unitsOfMajor(takenBack);
        own.set(payer, (own.get(payer) ?? 0n) + more);
      }
    },
    close: () => ({
      payees: commissioner === undefined ? plain(payees) : withPayers(payees, moved),
      commissioner,
      groups: [...groups.values()],
      causes: [...causes.values()],
    }),
  };
}

function addToPayee(payees: Map<string, Payee>, { payee, amount, payers = [] }: ResultLine): void {
  const sum = payees.get(payee) ?? { lines: 0, owed: 0n, payers: new Map() };
  payees.set(payee, sum);
  sum.lines += 1;
  sum.owed += unitsOfMajor(amount);
  for (const each of payers) {
    const { payer } = each;
    const share = sum.payers.get(payer) ?? { payer, lines: 0, owed: 0n, now: 0n };
    sum.payers.set(payer, share);
    share.lines += 1;
    share.owed += unitsOfMajor(each.amount);
  }
}

function addToGroup(groups: Map<string, Growing<LineGroup>>, line: ResultLine): void {
  const { payee, provider, outcome } = line;
  const month = line.day.slice(0, 7);
  const key = `${month}|${outcome}|${provider}|${payee}`;
  const named = { payee, provider, outcome, month };
  const sum = groups.get(key) ?? { ...named, lines: 0, gross: 0n, amount: 0n };
  groups.set(key, sum);
  sum.lines += 1;
  sum.gross += unitsOfMajor(line.gross);
  sum.amount += unitsOfMajor(line.amount);
}

function addToCause(causes: Map<string, Growing<CauseGroup>>, change: ResultChange): void {
  const { payee } = change;
  const cause = change.cause.is;
  const key = `${cause}|${payee}`;
  const sum = causes.get(key) ?? { payee, cause, changes: 0, takenBack: 0n, paid: 0n };
  causes.set(key, sum);
  sum.changes += 1;
  sum.takenBack += unitsOfMajor(change.takenBack);
  sum.paid += unitsOfMajor(change.paid);
}

function plain(payees: ReadonlyMap<string, Payee>): readonly PayeeSum[] {
  return [...payees].map(([payee, { lines, owed }]) => ({ payee, lines, owed, payers: [] }));
}

/** Everybody who bears something of a payee's lines, or of what changed of them. */
function withPayers(
  payees: ReadonlyMap<string, Payee>,
  moved: ReadonlyMap<string, ReadonlyMap<string, bigint>>,
): readonly PayeeSum[] {
  return [...new Set([...payees.keys(), ...moved.keys()])].map((payee) => {
    const {
      lines = 0,
      owed = 0n,
      payers = new Map<string, PayerShare>(),
    } = payees.get(payee) ?? {};
    const now = moved.get(payee) ?? new Map<string, bigint>();
    const names = [...new Set([...payers.keys(), ...now.keys()])];
    const shares = names.map((payer): PayerShare => {
      const share = payers.get(payer) ?? { payer, lines: 0, owed: 0n };
      return { ...share, now: now.get(payer) ?? 0n };
    });
    return { payee, lines, owed, payers: shares };
  });
}
