import { kept, rows, type Tx } from '../tx.ts';

/** A fact as it is kept: what it says is sealed. */
export type SealedFact = Readonly<{
  participant: string;
  id: string;
  /** Days since 1970. */
  known: number;
  state: string;
  replaces: string | undefined;
  /** The order in which facts came in. */
  number: bigint;
  sealed: Buffer;
}>;

const uuidWritten = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text is a reference as the service makes them. */
export function isReference(text: string): boolean {
  return uuidWritten.test(text);
}

/** A fact as it is kept, and who sent it. */
export type StoredFact = Readonly<{
  programme: string;
  participant: string;
  id: string;
  number: bigint;
  sender: string;
  provider: string | null;
  account: string | null;
  known: string;
  at: string;
  state: string;
  replaces: string | null;
  isReplaced: boolean;
  sealed: Buffer;
  fingerprint: Buffer;
}>;

/** What is read of a fact as it is kept and of its arrival, but for whether it was replaced. */
export const factAsKept = `fact.programme, fact.participant, fact.id, fact.number, fact.sender,
  fact.provider, arrival.account, fact.known, arrival.at, fact.state, fact.replaces, fact.sealed,
  fact.fingerprint`;

// Each fact looks up by itself how it came and whether another replaced it, which is one at most:
// joined, or asked as `exists`, those of the whole programme are read for a few facts of it.
/** How a fact came in. */
export const itsArrival = `left join lateral (select account, at from arrival
    where arrival.programme = fact.programme and arrival.id = fact.arrival limit 1
  ) arrival on true`;
const besides = `${itsArrival}
  left join lateral (select other.id from fact other where other.programme = fact.programme
    and other.replaces = fact.id limit 1) later on true`;
const asStored = `${factAsKept}, later.id is not null as "isReplaced"`;
const stored = `select ${asStored} from fact ${besides}`;

const factsOf = kept(
  `${stored} where fact.programme = $1 and fact.participant = $2 order by fact.number`,
);
const factsById = kept(
  `${stored} where fact.programme = $1 and fact.id = any($2) order by fact.number`,
);
const factsOfArrival = kept(
  `${stored} where fact.programme = $1 and fact.id between $3 and $4 and fact.arrival = $2
    order by fact.number`,
);
const chain = kept(`with recursive link as (
    select id, replaces from fact where programme = $1 and id = $2
    union select earlier.id, earlier.replaces from link cross join lateral (select id, replaces
      from fact where programme = $1 and id = link.replaces limit 1) earlier)
  select ${asStored} from link cross join lateral (select * from fact
    where programme = $1 and id = link.id limit 1) fact ${besides}`);

/** The facts of a participant that whoever asks may see, in the order in which they came in. */
export async function listFactsOf(
  tx: Tx,
  { programme, participant }: Readonly<{ programme: string; participant: string }>,
): Promise<readonly StoredFact[]> {
  return rows<StoredFact>(tx, factsOf, [programme, participant]);
}

/** These facts, as far as whoever asks may see them. */
export async function listFactsById(
  tx: Tx,
  programme: string,
  ids: readonly string[],
): Promise<readonly StoredFact[]> {
  return rows<StoredFact>(tx, factsById, [programme, ids]);
}

/** Facts that came in together, and between which two ids theirs lie. */
export type OfArrival = Readonly<{
  programme: string;
  arrival: string;
  ids: Readonly<{ first: string; last: string }>;
}>;

/** The facts that came in together. They lie together by their ids, and are found by them. */
export async function listFactsOfArrival(
  tx: Tx,
  { programme, arrival, ids: { first, last } }: OfArrival,
): Promise<readonly StoredFact[]> {
  return rows<StoredFact>(tx, factsOfArrival, [programme, arrival, first, last]);
}

/** A fact and all that it replaced, as far as whoever asks may see them, in no order. */
export async function listChain(
  tx: Tx,
  programme: string,
  fact: string,
): Promise<readonly StoredFact[]> {
  return rows<StoredFact>(tx, chain, [programme, fact]);
}
