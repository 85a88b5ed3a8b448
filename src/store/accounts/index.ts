export {
  addAccount,
  findAccount,
  findAccountByEmail,
  findPasswordHash,
  setPassword,
} from './accounts.ts';
export {
  addApiToken,
  endApiToken,
  endApiTokens,
  listApiTokens,
} from './api-tokens.ts';
export {
  delayAttempts,
  forgetAttempts,
  forgiveAttempt,
  takeAttempt,
} from './attempts.ts';
export { addChallenge, type Challenge, takeChallenge } from './challenges.ts';
export { type Found, findByApiToken, findBySignIn } from './find-who.ts';
export {
  addIdentity,
  findIdentity,
  listIdentities,
  noteIdentityUsed,
  removeIdentity,
} from './identities.ts';
export {
  acceptInvitation,
  addInvitation,
  findInvitation,
  type Invitation,
  listInvitations,
  withdrawInvitation,
  withdrawInvitationsBy,
} from './invitations.ts';
export {
  addMember,
  endMembership,
  giveDuty,
  type HeldDuty,
  isMember,
  listDuties,
  listMembers,
  listMemberships,
  type Place,
  takeDuty,
} from './memberships.ts';
export {
  addOrganisation,
  findOrganisation,
  lockDuties,
} from './organisations.ts';
export {
  listEarlierEmails,
  setAccountEmail,
  setAccountName,
} from './own-details.ts';
export {
  addPasskey,
  findPasskey,
  listPasskeys,
  notePasskeyUsed,
  removePasskey,
} from './passkeys.ts';
export {
  addSignIn,
  endOtherSignIns,
  endSignIn,
  endSignInsHere,
  listSignIns,
  sweepSignIns,
  turnSignIn,
  type Way,
} from './sign-ins.ts';
export { addWayBack, findWayBack, takeWayBack } from './ways-back.ts';
