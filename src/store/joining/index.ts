export {
  type Application,
  beginApplication,
  decideApplication,
  findApplication,
  findNewestApplication,
  getAdmittedVersion,
  type KeptAnswers,
  type KeptReason,
  listApplicationsOf,
  listApplicationsTo,
  type OwnApplication,
  sendApplication,
  type WhichApplication,
  writeApplication,
} from './applications.ts';
export {
  addConditionShown,
  type ConditionShown,
  listConditionsShown,
} from './conditions-shown.ts';
export {
  addDiscountProposal,
  countDiscountsWaiting,
  type DiscountProposal,
  decideDiscountProposal,
  findDiscountProposal,
  listAdmittedDiscounts,
  listDiscountProposals,
} from './discounts.ts';
export { type Due, listDue } from './due.ts';
export {
  addHandedIn,
  dropHandedIn,
  findHandedIn,
  type HandedIn,
  listHandedIn,
  sendHandedIn,
} from './handed-in.ts';
export { forgetHandedIn, listNotJoined } from './not-joined.ts';
export {
  changeOffer,
  countServing,
  enterProvider,
  findProvider,
  isNameTaken,
  listProvidedBy,
  listProviders,
  moveProvider,
  type PausedBy,
  type Provider,
} from './providers.ts';
