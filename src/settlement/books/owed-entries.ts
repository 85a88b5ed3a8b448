import type { Day } from '../../calendar/index.ts';
import { compareTexts } from '../../facts/index.ts';
import type { Entry, Posting } from '../../ledger/index.ts';
import { due, owed } from './accounts.ts';
import type { Move } from './moves.ts';

/** What moves of one provider, clause and payer come to while they are added up. */
type Group = {
  readonly first: Pick<Move, 'provider' | 'clause' | 'payer'>;
  amount: bigint;
  readonly payees: Map<string, PayeeSum>;
};

/** What is owed to one payee otherwise than before, and the move of it that stands first. */
type PayeeSum = { first: Move; amount: bigint };

/** Moves added up by provider, clause and payer. */
export type OwedSums = Map<string, Group>;

/** Adds a move, whatever came before it: the sums are the same in any order. */
export function addMove(sums: OwedSums, move: Move): void {
  const { provider, clause, payer, payee, amount } = move;
  const key = JSON.stringify([provider, clause, payer]);
  const group = sums.get(key) ?? {
    first: { provider, clause, payer },
    amount: 0n,
    payees: new Map<string, PayeeSum>(),
  };
  sums.set(key, group);
  group.amount += amount;
  const known = group.payees.get(payee);
  if (known === undefined) {
    group.payees.set(payee, { first: move, amount });
    return;
  }
  known.amount += amount;
  if (compareMoves(move, known.first) < 0) known.first = move;
}

/** What is owed otherwise than before: an entry for each provider, clause and payer. */
export function entriesOfSums(day: Day, sums: OwedSums): readonly Entry[] {
  return [...sums.values()]
    .sort((one, other) => compareGroups(one.first, other.first))
    .flatMap((group) => entryOfGroup(day, group));
}

/** The same line by line. */
export function entriesByLine(day: Day, moves: readonly Move[]): readonly Entry[] {
  return [...moves].sort(compareMoves).map((move) => entryOfLine(day, move));
}

/** By group, then by line; what is taken back stands before what is earned. */
function compareMoves(one: Move, other: Move): number {
  return (
    compareGroups(one, other) ||
    compareTexts(one.line, other.line) ||
    compareTexts(other.is, one.is) ||
    compareTexts(one.payee, other.payee)
  );
}

function compareGroups(one: Group['first'], other: Group['first']): number {
  return (
    compareTexts(one.provider, other.provider) ||
    compareTexts(one.clause, other.clause) ||
    compareTexts(one.payer, other.payer)
  );
}

/** One posting for each account, its payees as they first stand in line; none of nothing. */
function entryOfGroup(day: Day, { first, amount, payees }: Group): readonly Entry[] {
  const { clause, provider, payer } = first;
  const inOrder = [...payees].sort(([, one], [, other]) => compareMoves(one.first, other.first));
  const all: Posting[] = [
    { account: due(payer), amount },
    ...inOrder.map(([payee, sum]) => ({ account: owed(payee), amount: -sum.amount })),
  ];
  const postings = all.filter((posting) => posting.amount !== 0n);
  const description = `${clause}, ${provider}, due from ${payer}`;
  return postings.length === 0 ? [] : [{ day, description, postings }];
}

function entryOfLine(day: Day, { line, payer, payee, is, amount }: Move): Entry {
  const what = is === 'earned' ? 'due from' : 'taken back, for';
  const postings = [
    { account: due(payer), amount },
    { account: owed(payee), amount: -amount },
  ];
  return { day, description: `${line}, ${what} ${payer}`, postings };
}
