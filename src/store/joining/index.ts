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
  listLapsed,
} from './conditions-shown.ts';
export {
  addHandedIn,
  dropHandedIn,
  findHandedIn,
  type HandedIn,
  listHandedIn,
  sendHandedIn,
} from './handed-in.ts';
export {
  changeOffer,
  countServing,
  enterProvider,
  findProvider,
  isNameTaken,
  listLeavers,
  listProvidedBy,
  listProviders,
  moveProvider,
  type PausedBy,
  type Provider,
} from './providers.ts';
