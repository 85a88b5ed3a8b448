export type { AsAt, AsAtRequest, Basis, Unread } from './as-at.ts';
export type { Reason } from './draft.ts';
export type { Line, NotPaid } from './line.ts';
export { minorUnits } from './minor-units.ts';
export { type Owed, owed } from './owed.ts';
export type * from './plan.ts';
export { planOf } from './plan-of.ts';
export {
  type ResultLine,
  type ResultNotPaid,
  resultLine,
  type SettlementResult,
  settlementResult,
} from './result.ts';
export { resultSchema } from './result-schema.ts';
export type { Status, StatusCounts } from './statuses.ts';
export { recomputeFromWhy } from './why/recompute.ts';
export type { Why } from './why/why.ts';
export { whyLine } from './why/why-line.ts';
export { type WhyParticipant, type WhyStatus, whyParticipant } from './why/why-participant.ts';
