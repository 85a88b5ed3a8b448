export {
  type Account,
  addAccount,
  findAccount,
  findAccountByEmail,
  findPasswordHash,
  setPassword,
} from './accounts.ts';
export {
  type ApiToken,
  addApiToken,
  endApiToken,
  type ListedApiToken,
  listApiTokens,
} from './api-tokens.ts';
export {
  delayAttempts,
  forgetAttempts,
  forgiveAttempt,
  type Taken,
  takeAttempt,
} from './attempts.ts';
export { addChallenge, type Challenge, takeChallenge } from './challenges.ts';
export { type Found, findByApiToken, findBySignIn } from './find-who.ts';
export {
  addIdentity,
  findIdentity,
  type Identity,
  type ListedIdentity,
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
} from './invitations.ts';
export {
  addMember,
  endMembership,
  type GivenDuty,
  giveDuty,
  type HeldDuty,
  isMember,
  listDuties,
  listMembers,
  listMemberships,
  type Member,
  type Place,
  takeDuty,
} from './memberships.ts';
export {
  addOrganisation,
  findOrganisation,
  lockDuties,
  type Organisation,
} from './organisations.ts';
export {
  addPasskey,
  findPasskey,
  listPasskeys,
  notePasskeyUsed,
  type Passkey,
  removePasskey,
} from './passkeys.ts';
export {
  addSignIn,
  endOtherSignIns,
  endSignIn,
  endSignInsHere,
  type ListedSignIn,
  listSignIns,
  type SignIn,
  sweepSignIns,
  turnSignIn,
  type Way,
} from './sign-ins.ts';
export { addWayBack, findWayBack, takeWayBack, type WayBack } from './ways-back.ts';
