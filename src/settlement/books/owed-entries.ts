import type { Day } from '../../calendar/index.ts';
import { compareTexts } from '../../facts/index.ts';
import type { Account, Entry, Posting } from '../../ledger/index.ts';
import { assert } from '../../problem/index.ts';
import { due, owed } from './accounts.ts';
import type { By } from './by.ts';
import { dayOfSettlement } from './day-of-settlement.ts';
import { type Move, movesBetween } from './moves.ts';
import type { Step } from './step.ts';

/** What is owed otherwise than before, by provider, clause and payer or line by line. */
export function owedEntries({ previous, result }: Step, by: By): readonly Entry[] {
  const day = dayOfSettlement(result);
  return groupsOf(movesBetween(previous, result)).flatMap((group) =>
    by === 'line' ? group.map((move) => entryOfLine(day, move)) : entryOfGroup(day, group),
  );
}

/** Moves of one provider, clause and payer, in one order whatever the order of the lines. */
function groupsOf(moves: readonly Move[]): readonly (readonly Move[])[] {
  const groups = new Map<string, Move[]>();
  for (const move of [...moves].sort(compareMoves)) {
    const key = JSON.stringify([move.provider, move.clause, move.payer]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [move]);
    else group.push(move);
  }
  return [...groups.values()];
}

/** By group, then by line; what is taken back stands before what is earned. */
function compareMoves(one: Move, other: Move): number {
  return (
    compareTexts(one.provider, other.provider) ||
    compareTexts(one.clause, other.clause) ||
    compareTexts(one.payer, other.payer) ||
    compareTexts(one.line, other.line) ||
    compareTexts(other.is, one.is) ||
    compareTexts(one.payee, other.payee)
  );
}

function entryOfGroup(day: Day, moves: readonly Move[]): readonly Entry[] {
  const [first] = moves;
  if (first === undefined) return [];
  const postings = addedUp(moves.flatMap(postingsOf));
  assertAddsUp(moves, postings, due(first.payer));
  const { clause, provider, payer } = first;
  const description = `${clause}, ${provider}, due from ${payer}`;
  return postings.length === 0 ? [] : [{ day, description, postings }];
}

function entryOfLine(day: Day, move: Move): Entry {
  const { line, payer, is } = move;
  const what = is === 'earned' ? 'due from' : 'taken back, for';
  return { day, description: `${line}, ${what} ${payer}`, postings: postingsOf(move) };
}

function postingsOf({ payer, payee, amount }: Move): readonly Posting[] {
  return [
    { account: due(payer), amount },
    { account: owed(payee), amount: -amount },
  ];
}

/** One posting for each account, in the order in which they first stand; none of nothing. */
function addedUp(postings: readonly Posting[]): readonly Posting[] {
  const sums = new Map<string, Posting>();
  for (const { account, amount } of postings) {
    const key = JSON.stringify(account);
    sums.set(key, { account, amount: (sums.get(key)?.amount ?? 0n) + amount });
  }
  return [...sums.values()].filter(({ amount }) => amount !== 0n);
}

/** The lines are the ledger under the ledger: what of them one payer bears is what it is asked. */
function assertAddsUp(
  moves: readonly Move[],
  postings: readonly Posting[],
  [purpose, party]: Account,
): void {
  const lines = moves.reduce((sum, { amount }) => sum + amount, 0n);
  const posted = postings.find(({ account }) => account[0] === purpose && account[1] === party);
  assert((posted?.amount ?? 0n) === lines, 'the lines of an entry add up to it');
}
