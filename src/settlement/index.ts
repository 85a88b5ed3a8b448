export type { Status, StatusCounts } from './achieve/statuses.ts';
export type { AsAt, AsAtRequest, Basis, Unread } from './as-at.ts';
export type { By } from './books/entries.ts';
export { ledgerOf } from './books/ledger-of.ts';
export type { Line, NotPaid } from './due/line.ts';
export { type Owed, owed } from './owed.ts';
export type { Reason } from './pay/draft.ts';
export { minorUnits } from './plan/minor-units.ts';
export { notWorkedOut } from './plan/not-worked-out.ts';
export type * from './plan/plan.ts';
export { planOf } from './plan/plan-of.ts';
export {
  type ResultLine,
  type ResultNotPaid,
  resultLine,
  type SettlementResult,
  settlementResult,
} from './result.ts';
export { resultSchema } from './result-schema.ts';
export { recomputeFromWhy } from './why/recompute.ts';
export type { Why } from './why/why.ts';
export { whyLine } from './why/why-line.ts';
export { whyNotTaken } from './why/why-not-taken.ts';
export { type WhyParticipant, type WhyStatus, whyParticipant } from './why/why-participant.ts';
