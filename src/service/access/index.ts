export { type AccountActor, type Actor, reachOf, type Scopes, seesNoMoney } from './actor.ts';
export { actorNow } from './actor-now.ts';
export { type Duty, duties, dutyNames, seesMoney } from './duties.ts';
export { hasDutyOf, mayDo } from './may-do.ts';
export { inputEmpty } from './problems.ts';
