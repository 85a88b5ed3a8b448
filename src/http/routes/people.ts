import {
  attachPerson,
  changeContacts,
  endStay,
  eraseParticipant,
  looks,
  lookUpParticipant,
  offerProviders,
  participantRecord,
  protectParticipant,
  referPerson,
  referrals,
  seePerson,
  turnAwayPerson,
  unprotectParticipant,
} from '../../service/people/index.ts';
import type { Route } from '../route.ts';

const programme = '/programmes/:programme';
const participant = `${programme}/participants/:participant`;
const referral = `${programme}/referrals/:referral`;

/** People, apart from participants; who is sent to whom. */
export const peopleRoutes: readonly Route[] = [
  { method: 'GET', path: `${programme}/offer`, action: offerProviders },
  { method: 'GET', path: `${programme}/referrals`, action: referrals },
  { method: 'POST', path: `${programme}/referrals`, action: referPerson, status: 201 },
  { method: 'POST', path: `${referral}/attach`, action: attachPerson },
  { method: 'POST', path: `${referral}/turn-away`, action: turnAwayPerson },
  { method: 'POST', path: `${referral}/end`, action: endStay },
  // A call that changes nothing, and no GET: what is asked may be a name, and addresses are kept.
  { method: 'POST', path: `${programme}/look-ups`, action: lookUpParticipant },
  { method: 'GET', path: participant, action: participantRecord },
  { method: 'POST', path: `${participant}/looks`, action: seePerson },
  { method: 'PUT', path: `${participant}/people/:person`, action: changeContacts },
  { method: 'POST', path: `${participant}/protection`, action: protectParticipant },
  { method: 'DELETE', path: `${participant}/protection`, action: unprotectParticipant },
  { method: 'POST', path: `${participant}/erasure`, action: eraseParticipant },
  { method: 'GET', path: `${programme}/looks`, action: looks },
];
