export { attachPerson, endStay, turnAwayPerson } from './answer-referral.ts';
export { eraseParticipant } from './erase-participant.ts';
export { finishErasures } from './finish-erasures.ts';
export { looks } from './list-looks.ts';
export { participantRecord, referrals } from './list-referrals.ts';
export { offerProviders } from './offer-providers.ts';
export { protectParticipant, unprotectParticipant } from './protect-participant.ts';
export { referPerson } from './refer-person.ts';
export { changeContacts, seePerson } from './see-person.ts';
