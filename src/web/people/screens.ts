import type { Screen } from '../../http/index.ts';
import {
  attachPerson,
  changeContacts,
  endStay,
  lookUpParticipant,
  protectParticipant,
  referPerson,
  seePerson,
  turnAwayPerson,
  unprotectParticipant,
} from '../../service/people/index.ts';
import { takeContacts, takeLook } from './contacts-page.tsx';
import { showFind, takeFind } from './find-page.tsx';
import { showLooks } from './looks-page.tsx';
import { showParticipant, takeProtection, takeUnprotection } from './participant-page.tsx';
import { showRefer, takeRefer } from './refer-page.tsx';
import { showReferral, takeAttached, takeEnd, takeTurnedAway } from './referral-page.tsx';

const programme = '/programmes/:programme';
const refer = `${programme}/refer`;
const participants = `${programme}/participants`;
const participant = `${participants}/:participant`;
const referral = `${participant}/referrals/:referral`;
const who = 'signed in';

/** Participants, and the people who they are: referred, with whom, how to reach them. */
export const peopleScreens: readonly Screen[] = [
  { method: 'GET', path: refer, who, isFor: referPerson, show: showRefer },
  { method: 'POST', path: refer, who, isFor: referPerson, show: takeRefer },
  {
    method: 'GET',
    path: participants,
    who,
    isFor: lookUpParticipant,
    show: showFind,
  },
  { method: 'POST', path: participants, who, isFor: lookUpParticipant, show: takeFind },
  { method: 'GET', path: participant, who, show: showParticipant },
  {
    method: 'POST',
    path: `${participant}/protect`,
    who,
    isFor: protectParticipant,
    show: takeProtection,
  },
  {
    method: 'POST',
    path: `${participant}/unprotect`,
    who,
    isFor: unprotectParticipant,
    show: takeUnprotection,
  },
  { method: 'POST', path: `${participant}/look`, who, isFor: seePerson, show: takeLook },
  {
    method: 'POST',
    path: `${participant}/people/:person`,
    who,
    isFor: changeContacts,
    show: takeContacts,
  },
  {
    method: 'GET',
    path: referral,
    who,
    isFor: endStay,
    show: showReferral,
  },
  { method: 'POST', path: `${referral}/attach`, who, isFor: attachPerson, show: takeAttached },
  {
    method: 'POST',
    path: `${referral}/turn-away`,
    who,
    isFor: turnAwayPerson,
    show: takeTurnedAway,
  },
  { method: 'POST', path: `${referral}/end`, who, isFor: endStay, show: takeEnd },
  { method: 'GET', path: `${programme}/looks`, who, show: showLooks },
];
