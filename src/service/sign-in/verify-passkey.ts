import {
  type AuthenticationResponseJSON,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import { findAccount, findPasskey, notePasskeyUsed } from '../../store/accounts/index.ts';
import type { Work } from '../act/index.ts';
import { answerChallenge } from './challenge.ts';
import { type PasskeyResponse, readPasskeyAnswer } from './passkey-response.ts';
import { findRelyingParty } from './relying-party.ts';

/** What a browser says that its passkey answered. */
export type PasskeyAnswer = Readonly<{ response: string; browser: string }>;

/** Whose passkey this answers for, if it answers what that browser was asked, and once only. */
export async function accountOfPasskey(
  work: Work,
  { response, browser }: PasskeyAnswer,
): Promise<string | undefined> {
  const given = readPasskeyAnswer(response);
  return given === undefined ? undefined : accountOf(work, given, browser);
}

async function accountOf(
  work: Work,
  { response, challenge }: PasskeyResponse<AuthenticationResponseJSON>,
  browser: string,
): Promise<string | undefined> {
  const { tx, now } = work;
  const asked = await answerChallenge(work, { kind: 'passkey', text: challenge, browser });
  const passkey = await findPasskey(tx, response.id);
  if (asked === undefined || passkey === undefined) return undefined;
  const account = await findAccount(tx, passkey.account);
  if (account === undefined || account.closedAt !== null) return undefined;
  const counter = await verifiedCounter(work, { response, challenge }, passkey);
  if (counter === undefined) return undefined;
  await notePasskeyUsed(tx, { id: passkey.id, counter: BigInt(counter), at: now });
  return passkey.account;
}

// The library throws where what a passkey says is not so, such as a counter that has gone back.
async function verifiedCounter(
  { service }: Work,
  { response, challenge }: PasskeyResponse<AuthenticationResponseJSON>,
  passkey: Readonly<{ id: string; publicKey: Uint8Array; counter: bigint }>,
): Promise<number | undefined> {
  const party = findRelyingParty(service.address);
  if (party === undefined) return undefined;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: {
        id: passkey.id,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: Number(passkey.counter),
      },
      requireUserVerification: true,
    });
    return verified ? authenticationInfo.newCounter : undefined;
  } catch {
    return undefined;
  }
}
