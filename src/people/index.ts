export {
  type ChoiceRecord,
  type ChoiceWay,
  choiceProblems,
  type OfferedProvider,
  orderOffered,
} from './choice.ts';
export {
  type ContactDetails,
  type ContactWay,
  checkContactDetails,
  mayBeWrittenTo,
} from './contact-details.ts';
export { isAboutSafety } from './is-about-safety.ts';
export { neutralName } from './neutral-name.ts';
export {
  isProtected,
  type Protection,
  type ProtectionAct,
  protectionOf,
  protectionProblems,
} from './protection.ts';
export { erasableFrom, type Kept } from './retention.ts';
