export type { Status, StatusCounts } from './achieve/statuses.ts';
export type { AsAt, AsAtRequest, Basis, Unread } from './as-at.ts';
export type { By } from './books/by.ts';
export { ledgerOf } from './books/ledger-of.ts';
export { type LineChunk, type LineChunks, lineChunks, noDay } from './columns/line-chunks.ts';
export { type LinePools, noText, type ReferenceTexts } from './columns/line-pools.ts';
export { type LineSum, lineSums, type UnpaidSum } from './columns/line-sums.ts';
export { type UnpaidTexts, unpaidTexts } from './columns/unpaid-texts.ts';
export { type Cause, type Change, type Portion, sumOfPortions } from './difference/change.ts';
export { changesBetween, joinChanges } from './difference/changes-between.ts';
export { chosenPeople } from './difference/chosen-people.ts';
export { type Differing, difference } from './difference/difference.ts';
export {
  type DifferingBatch,
  type DifferingBatches,
  differingBatches,
} from './difference/differing-batches.ts';
export {
  type EarlierChunk,
  type EarlierText,
  earlierTexts,
  otherText,
} from './difference/earlier-chunk.ts';
export {
  type DigestOf,
  type DigestSums,
  digestOfSums,
  digestSums,
  factsDigest,
} from './difference/facts-digest.ts';
export { type LineMatcher, lineMatcher } from './difference/line-matcher.ts';
export {
  type MovedLine,
  movedLines,
  type SeenLine,
} from './difference/moved-lines.ts';
export { findOtherwise, type Otherwise } from './difference/otherwise.ts';
export { changeTeller, type ResultChange } from './difference/result-change.ts';
export { seenLineMaker, seenOfOwed } from './difference/seen-lines.ts';
export { joinSince, type SinceBatch, sinceBatch } from './difference/since-batch.ts';
export { type DifferingLines, type SinceLines, sinceLines } from './difference/since-lines.ts';
export { lineWeights, weightOfEach } from './difference/weight-of-each.ts';
export { mayStandStill, whoMayDiffer } from './difference/who-may-differ.ts';
export type { Line, NotPaid } from './due/line.ts';
export { restsOnOne, standApart } from './due/stand-apart.ts';
export { engineVersion } from './engine-version.ts';
export { givenLines } from './given/given-lines.ts';
export { sharesIn } from './measure/shares-in.ts';
export { type Owed, type OwedByColumn, owed, owedByColumn } from './owed.ts';
export { owedLines, unpaidLines } from './owed-lines.ts';
export type { Reason } from './pay/draft.ts';
export type { GivenLine } from './pay/given.ts';
export type { Debt, Outstanding, OutstandingItem } from './payable/outstanding.ts';
export {
  type FollowingOwed,
  type PaidOwed,
  paidOwed,
  type SinceLast,
} from './payable/paid-owed.ts';
export {
  type PaidResult,
  paidResult,
  type ResultPayable,
  withReserved,
} from './payable/paid-result.ts';
export { type Payable, payable } from './payable/payable.ts';
export type { Reserved } from './payable/reserved.ts';
export type { ItemName, PayableItem, PayableStatement } from './payable/statement.ts';
export { kindsRead } from './plan/kinds-read.ts';
export { minorUnits } from './plan/minor-units.ts';
export { notWorkedOut } from './plan/not-worked-out.ts';
export type * from './plan/payment-plan.ts';
export { paymentPlanOf } from './plan/payment-plan-of.ts';
export type * from './plan/plan.ts';
export { planOf } from './plan/plan-of.ts';
export {
  type Keys,
  keysOf,
  type Named,
  namedIn,
  rekeyFacts,
  rekeyLines,
  rekeyName,
  rekeyResult,
} from './rekey/rekey.ts';
export { openRekeying, type Rekeying } from './rekey/rekey-columns.ts';
export {
  type ResultForecast,
  type ResultLine,
  type ResultNotPaid,
  type ResultSummary,
  resultLine,
  resultNotPaid,
  resultSummary,
  type Settlement,
  type SettlementResult,
  settlementResult,
  unpaidText,
} from './result.ts';
export { resultSchema } from './result-schema.ts';
export { canBeCut } from './shards/can-be-cut.ts';
export { type DaysBefore, type MovedShard, movingSettler } from './shards/moving-settler.ts';
export { owedOfShards } from './shards/owed-of-shards.ts';
export { type SettledShard, type ShardGround, shardSettler } from './shards/shard-settler.ts';
export { factsById, factsOf, sourceIn } from './why/facts-of.ts';
export { recomputeFromWhy } from './why/recompute.ts';
export type { WhyBasis } from './why/trace.ts';
export type { Why } from './why/why.ts';
export { whyLine } from './why/why-line.ts';
export { whyNotTaken, whyNotTakenOn } from './why/why-not-taken.ts';
export { type WhyParticipant, type WhyStatus, whyParticipant } from './why/why-participant.ts';
