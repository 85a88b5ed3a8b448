import { change, getRow, kept, rows, type Tx } from '../tx.ts';
import { factAsKept, itsArrival, type StoredFact } from './facts.ts';

/** Which claims are asked for: those of a programme, or of one provider of it. */
export type ClaimsOf = Readonly<{
  programme: string;
  states: readonly string[];
  /** The organisation of the provider that they concern. */
  provider?: string | undefined;
  /** Whose are left out. */
  besides?: Besides | undefined;
}>;

/** Somebody, for whom all is left out that they wrote; and a provider, with what concerns it. */
export type Besides = Readonly<{ account: string; provider: string | undefined }>;

/** A stretch of them: after the number of one, or the last ones before it. */
export type ClaimsAsked = ClaimsOf &
  Readonly<{ most: number }> &
  (Readonly<{ after: bigint }> | Readonly<{ before: bigint }>);

// Each claim looks up who sent it: asked as `exists`, all arrivals of the programme are read.
const ofOthers = `($5::uuid is null or (select true from arrival mine
      where mine.programme = open_claim.programme and mine.id = any(open_claim.arrivals)
        and mine.account = $5 limit 1) is null)
    and ($6::uuid is null or provider is distinct from $6)`;

type Way = Readonly<{ isBefore: boolean; isOfOne: boolean }>;

// Each claim of the page looks up its own fact and arrival: a plan for nobody in particular would
// read those of the whole programme.
function claimsText({ isBefore, isOfOne }: Way) {
  const from = isBefore ? 'number < $3 order by number desc' : 'number > $3 order by number';
  return kept(`select ${factAsKept}, false as "isReplaced"
    from (select * from open_claim where programme = $1 and state = any($2)
      and ${ofOthers} ${isOfOne ? 'and provider = $7' : ''} and ${from} limit $4) open
    cross join lateral (select * from fact
      where fact.programme = open.programme and fact.id = open.fact limit 1) fact
    ${itsArrival}
    order by open.number`);
}

const claimsAfter = claimsText({ isBefore: false, isOfOne: false });
const claimsBefore = claimsText({ isBefore: true, isOfOne: false });
const claimsOfOneAfter = claimsText({ isBefore: false, isOfOne: true });
const claimsOfOneBefore = claimsText({ isBefore: true, isOfOne: true });

/** Claims that stand and wait for somebody to decide, in the order in which they came in. */
export async function listClaims(tx: Tx, asked: ClaimsAsked): Promise<readonly StoredFact[]> {
  const { programme, states, provider, most } = asked;
  const isBefore = 'before' in asked;
  const place = isBefore ? asked.before : asked.after;
  const given = [programme, states, place, most, ...givenOf(asked)];
  if (provider === undefined) {
    return rows<StoredFact>(tx, isBefore ? claimsBefore : claimsAfter, given);
  }
  const text = isBefore ? claimsOfOneBefore : claimsOfOneAfter;
  return rows<StoredFact>(tx, text, [...given, provider]);
}

function givenOf({ besides }: ClaimsOf): readonly unknown[] {
  return [besides?.account, besides?.provider];
}

const countedText = (besides: string) => `select count(*) as count from (
  select from open_claim where programme = $1 and state = any($2) and number < $3
    and ${ofOthers} ${besides} limit $4) open`;
const counted = kept(countedText(''));
const countedOfOne = kept(countedText('and provider = $7'));

const beyondAll = 2n ** 63n - 1n;

/**
 * How many wait before one of them, or in all; so many at most: nobody waits while all of a hundred
 * thousand are counted.
 */
export async function countClaims(
  tx: Tx,
  asked: ClaimsOf & Readonly<{ before?: bigint; most: number }>,
): Promise<number> {
  const { programme, states, provider, before = beyondAll, most } = asked;
  const given = [programme, states, before, most, ...givenOf(asked)];
  const { count } =
    provider === undefined
      ? await getRow<{ count: bigint }>(tx, counted, given)
      : await getRow<{ count: bigint }>(tx, countedOfOne, [...given, provider]);
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

/** How many draws a programme has had. */
export async function countDraws(tx: Tx, programme: string): Promise<number> {
  const { last } = await getRow<{ last: number }>(
    tx,
    'select coalesce(max(number), 0) as last from draw where programme = $1',
    [programme],
  );
  return last;
}

/**
 * Adds the draw that follows those that were there when its claims were looked at: where another
 * has come meanwhile, its number is taken.
 */
export async function addDraw(
  tx: Tx,
  draw: Draw & Readonly<{ account: string; organisation: string }>,
): Promise<void> {
  await change(
    tx,
    `insert into draw (programme, number, at, account, organisation, sentence, seed, claims, always,
        drawn)
      values ($1, $10, $2::timestamptz, $3::uuid, $4::uuid, $5, $6, $7::uuid[], $8::uuid[],
        $9::uuid[])`,
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
      draw.number,
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
