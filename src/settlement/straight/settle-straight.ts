import type { OwnFacts } from '../../facts/index.ts';
import { doubtsIn, mayTurnOutLater } from '../achieve/doubts.ts';
import { admitOwn } from '../admit/admit.ts';
import type { Admitted } from '../admit/admitted.ts';
import { marksOf } from '../admit/kind-marks.ts';
import { type StandingRows, standingRows, stateBits } from '../admit/standing-rows.ts';
import { isSeen, type Sight } from '../admit/view.ts';
import type { DrawnOn } from '../columns/draws.ts';
import type { LineColumns } from '../columns/line-columns.ts';
import { changesBehind } from '../pay/changes.ts';
import type { Pricer } from '../pay/price.ts';
import type { StatusSums } from '../status-counts.ts';
import type { Work } from '../work.ts';
import {
  type AchievedRows,
  type AttachedOnce,
  achievedRows,
  beginRows,
  numberKinds,
  workOut,
} from './achieved-rows.ts';
import {
  type AttachedPlaces,
  attachedPlaces,
  groupOfRow,
  putAttachment,
} from './attached-place.ts';
import {
  linesAtHand,
  linesAtHandMost,
  type PuttingLines,
  putAtHand,
  putStraight,
} from './put-straight.ts';
import { straightDraws } from './straight-draws.ts';
import { fillLines, straightLines } from './straight-lines.ts';
import { type Looking, lookAtNext } from './straight-payable.ts';
import { straightPrices } from './straight-prices.ts';
import { countStraightStatuses } from './straight-statuses.ts';
import type { StraightTerms } from './straight-terms.ts';

/** On what people are settled straight, and where their lines and statuses go. */
export type StraightGround = Readonly<{
  work: Work;
  price: Pricer;
  columns: LineColumns;
  ofMany: DrawnOn | undefined;
  statuses: StatusSums;
}>;

/** People who are settled straight, one after the other, in the same rows. */
export type Straight = Readonly<{
  ground: StraightGround;
  whose: AttachedOnce;
  today: AchievedRows;
  claimed: AchievedRows;
  hopeful: AchievedRows;
  looking: Looking;
  putting: PuttingLines;
}> & {
  /** Of the columns in which attachments stand, where they stand in any. */
  places: AttachedPlaces | undefined;
};

/** Nobody is settled straight where the page says more than days tell. */
export function straightOn(ground: StraightGround): Straight | undefined {
  const { work, price } = ground;
  const { straight: terms, plan } = work;
  if (terms === undefined) return undefined;
  const whose = nobodyYet(work, terms);
  const [today, claimed, hopeful] = [achievedRows(whose), achievedRows(whose), achievedRows(whose)];
  const looking = {
    work,
    whose,
    prices: straightPrices(plan, terms.version, price),
    lines: straightLines(),
    changes: terms.behinds.map(changesBehind),
    isLookedAt: new Uint8Array(terms.behinds.length),
    earlier: [],
    earlierCount: 0,
    looked: {
      day: 0,
      settledOn: 0,
      marks: new Uint8Array(0),
      isBroughtForward: false,
      foundAt: undefined,
    },
    before: undefined,
    foundAt: 0,
  };
  const { columns, ofMany } = ground;
  const { version } = terms;
  const draws = ofMany && straightDraws(ofMany, { plan, version, attached: columns.attached });
  const putting = { columns, atHand: linesAtHand(), terms: [], draws };
  return {
    ground,
    whose,
    today,
    claimed,
    hopeful,
    looking,
    putting,
    places: undefined,
  };
}

function nobodyYet({ plan }: Work, terms: StraightTerms): AttachedOnce {
  const group = { group: { group: '', outcomes: [], limits: [] }, outcomes: [] };
  const kinds = new Map<string, number>();
  return { plan, terms, rows: standingRows(), kinds, marks: [], group, row: nobody, day: 0 };
}

/**
 * Steps 1 to 6 of somebody who was attached once, of whom nothing else says who took part, and of
 * whom each line is of one day and within every limit of their own. Says whether they are: nothing
 * was put down of anybody else.
 */
export function settleStraight(straight: Straight, own: OwnFacts): boolean {
  const { ground, whose, today, looking } = straight;
  const { work, statuses } = ground;
  const { asAt, kindsRead } = work;
  const admitted = admitOwn(own, { asAt, kindsRead, rows: whose.rows });
  const row = findAttached(admitted);
  if (row === nobody) return true;
  numberKinds(whose, admitted.kinds);
  if (row === unclear || !isAttachedOnce(straight, own, row)) return false;
  const { trueBy, knownBy } = asAt;
  const horizon = Math.min(trueBy, knownBy);
  seeAll(straight, today, { reading: 'firm', knownBy, horizon });
  const { isUnverified, isOpen } = doubtsIn(admitted, work);
  const claimed = isUnverified ? straight.claimed : undefined;
  if (claimed) seeAll(straight, claimed, { reading: 'claimed', knownBy, horizon });
  const isHoped = isOpen || mayTurnOutLater(work);
  const hopeful = isHoped ? straight.hopeful : claimed;
  if (isHoped) {
    seeAll(straight, straight.hopeful, { reading: 'hopeful', knownBy, horizon: trueBy });
  }
  lookAtNext(looking);
  if (!fillLines(looking, today, claimed) || !takeLines(straight, own)) return false;
  countStraightStatuses(whose, { today, hopeful }, { trueBy, statuses });
  return true;
}

/** Puts down what is at hand, before lines of anybody else are, and once there are no more. */
export function closeStraight({ putting }: Straight): void {
  if (putting.atHand.count > 0) putAtHand(putting);
}

/** Kinds of which more is asked than the days on which an outcome is achieved. */
const isMore = marksOf(['referred', 'left', 'adjustment']);
const wasAttached = marksOf(['attached']);

/** Nothing is earned by whom nobody attached. */
const nobody = -1;
const unclear = -2;

/** The row of the only attachment, if there is no other and nothing else says who took part. */
function findAttached({ rows, kinds }: Admitted): number {
  const more = isMore(kinds);
  const attached = wasAttached(kinds);
  let only = nobody;
  for (let row = 0; row < rows.count; row += 1) {
    const kind = rows.kind[row] as number;
    if (more[kind] === 1 || (attached[kind] === 1 && only !== nobody)) return unclear;
    if (attached[kind] === 1) only = row;
  }
  return only;
}

/** Notes who was attached there, if that is seen today and was never anything else. */
function isAttachedOnce(straight: Straight, own: OwnFacts, row: number): boolean {
  const { ground, whose } = straight;
  const { plan, asAt } = ground.work;
  const { rows } = whose;
  const day = rows.first[row] as number;
  const isHere = day >= plan.startsOn && day <= plan.endsOn;
  const horizon = Math.min(asAt.trueBy, asAt.knownBy);
  const isThere = isHere && isSeen(rows, row, { knownBy: asAt.knownBy, horizon });
  if (!isThere || !isPlain(rows, row)) return false;
  const group = groupOfRow(whose, row, { own, places: placesOf(straight, own) });
  if (group === undefined) return false;
  whose.group = group;
  whose.row = row;
  whose.day = day;
  return true;
}

/** What the numbers mean in the columns in which facts stand, where they do. */
function placesOf(straight: Straight, { inRows }: OwnFacts): AttachedPlaces | undefined {
  if (inRows === undefined) return undefined;
  const { ground, whose, places } = straight;
  if (places?.copying.columns === inRows.columns) return places;
  straight.places = attachedPlaces(ground.columns.attached, inRows.columns, whose.terms);
  return straight.places;
}

/** Whether a row is verified, and was never anything else. */
function isPlain(rows: StandingRows, row: number): boolean {
  const links = rows.chains[row]?.chain.length ?? 1;
  const isOfItsKind = rows.ownKind[row] === rows.kind[row];
  const isVerified = rows.states[row] === stateBits.verified;
  return rows.isHead[row] === 1 && links === 1 && isOfItsKind && isVerified;
}

/** Works out every outcome of the group, each after those on which it rests. */
function seeAll({ whose }: Straight, rows: AchievedRows, sight: Sight): void {
  const { length } = whose.group.outcomes;
  beginRows(rows, sight);
  for (let place = 0; place < length; place += 1) workOut(rows, place, whose);
}

/** Puts down the lines, and on what they draw that is others' too. */
function takeLines(straight: Straight, own: OwnFacts): boolean {
  const { ground, looking, whose } = straight;
  if (looking.lines.count === 0) return true;
  if (looking.lines.count > linesAtHandMost) return false;
  const placed = { own, places: placesOf(straight, own) };
  const attachment = putAttachment(ground.columns.attached, whose, placed);
  putStraight(straight.putting, attachment, looking);
  return true;
}
