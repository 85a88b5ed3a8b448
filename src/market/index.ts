export type { DocumentAnswer, JoiningAnswers } from './application.ts';
export { checkApplication } from './check-application.ts';
export { decideBy, lastDayIn } from './decide-by.ts';
export { type Decision, decisionProblems, type RefusalReason } from './decision.ts';
export { documentsKeptUntil } from './documents-kept-until.ts';
export { findRegister, isPlausibleNumber, plainNumber } from './find-register.ts';
export { type JoiningCondition, joiningConditions } from './joining-conditions.ts';
export {
  bodies,
  type JoiningField,
  type JoiningForm,
  joiningForm,
  takesDiscount,
} from './joining-form.ts';
export {
  mayBeReferred,
  mayServe,
  nextProviderState,
  type ProviderState,
  type ProviderStep,
} from './provider-state.ts';
export { type Register, registers } from './registers.ts';
export { type ShownUntil, shownUntil } from './shown-until.ts';
