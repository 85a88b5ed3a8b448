export type { AsAt, Unread } from './as-at.ts';
export type { Reason } from './draft.ts';
export type { Line, NotPaid } from './line.ts';
export { minorUnits } from './minor-units.ts';
export { type Owed, owed } from './owed.ts';
export type * from './plan.ts';
export { planOf } from './plan-of.ts';
export type { Options } from './settle.ts';
export type { Status, StatusCounts } from './statuses.ts';
