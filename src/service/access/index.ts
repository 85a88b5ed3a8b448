export { type AccountActor, type Actor, reachOf, type Scopes } from './actor.ts';
export { type Duty, duties, dutyNames, seesMoney } from './duties.ts';
export { hasDutyOf, mayDo } from './may-do.ts';
