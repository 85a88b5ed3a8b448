import { change, getRow, kept, rows, type Tx } from '../tx.ts';
import { factAsKept, itsArrival, type StoredFact } from './facts.ts';

/** What a list of claims is narrowed to. */
export type ClaimsAsked = Readonly<{
  programme: string;
  states: readonly string[];
  /** The number of the last one seen; 0 to begin. */
  after: bigint;
  most: number;
}>;

// Each claim of the page looks up its own fact and arrival: a plan for nobody in particular would
// read those of the whole programme.
const standing = kept(`select ${factAsKept}, false as "isReplaced"
  from (select * from open_claim where programme = $1 and state = any($2) and number > $3
    order by number limit $4) open
  cross join lateral (select * from fact
    where fact.programme = open.programme and fact.id = open.fact limit 1) fact
  ${itsArrival}
  order by open.number`);

/** Claims that stand and wait for somebody to decide, in the order in which they came in. */
export async function listClaims(
  tx: Tx,
  { programme, states, after, most }: ClaimsAsked,
): Promise<readonly StoredFact[]> {
  return rows<StoredFact>(tx, standing, [programme, states, after, most]);
}

const counted = kept(`select count(*) as count from (
  select from open_claim where programme = $1 and state = any($2) limit $3) open`);

/** How many wait, so many at most: nobody waits while all of a hundred thousand are counted. */
export async function countClaims(
  tx: Tx,
  { programme, states, most }: Omit<ClaimsAsked, 'after'>,
): Promise<number> {
  const { count } = await getRow<{ count: bigint }>(tx, counted, [programme, states, most]);
  return Number(count);
}

/** Which claims are checked. */
export type Draw = Readonly<{
  programme: string;
  number: number;
  at: string;
  sentence: string;
  seed: string;
  claims: readonly string[];
  always: readonly string[];
  drawn: readonly string[];
}>;

export async function addDraw(
  tx: Tx,
  draw: Omit<Draw, 'number'> & Readonly<{ account: string; organisation: string }>,
): Promise<void> {
  await change(
    tx,
    `insert into draw (programme, number, at, account, organisation, sentence, seed, claims, always,
        drawn)
      select $1, coalesce(max(number), 0) + 1, $2::timestamptz, $3::uuid, $4::uuid, $5, $6,
        $7::uuid[], $8::uuid[], $9::uuid[] from draw where programme = $1`,
    [
      draw.programme,
      draw.at,
      draw.account,
      draw.organisation,
      draw.sentence,
      draw.seed,
      draw.claims,
      draw.always,
      draw.drawn,
    ],
  );
}

export async function listDraws(tx: Tx, programme: string): Promise<readonly Draw[]> {
  return rows<Draw>(
    tx,
    `select programme, number, at, sentence, seed, claims, always, drawn from draw
      where programme = $1 order by number`,
    [programme],
  );
}
