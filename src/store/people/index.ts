export { listFilesOnTheirWay, listNotErased } from './not-erased.ts';
export {
  addLook,
  addPerson,
  changePerson,
  joinPerson,
  listLooks,
  listPeopleOf,
  type Person,
  partPeople,
  type Whom,
} from './people.ts';
export {
  addProtectionAct,
  listProtectionActs,
} from './protections.ts';
export {
  addChoice,
  addReferral,
  findReferral,
  forgetReferrals,
  isReserveLeft,
  listOpenProviders,
  listReferrals,
  listReferralsOf,
  listReferredSince,
  lockPlaces,
  moveReferral,
  type OpenProvider,
  type Referral,
} from './referrals.ts';
