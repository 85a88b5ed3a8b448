export { type FileOnItsWay, listFilesOnTheirWay, listNotErased } from './not-erased.ts';
export {
  addLook,
  addPerson,
  changePerson,
  joinPerson,
  type Look,
  listLooks,
  listPeopleOf,
  type Person,
  partPeople,
  type Whom,
} from './people.ts';
export {
  addProtectionAct,
  listProtectionActs,
  type ProtectionAct,
} from './protections.ts';
export {
  addChoice,
  addReferral,
  type Choice,
  findReferral,
  forgetReferrals,
  listChoices,
  listOpenProviders,
  listReferrals,
  listReferralsOf,
  lockPlaces,
  moveReferral,
  type OpenProvider,
  type Referral,
  type ReferralState,
} from './referrals.ts';
