import {
  type AuthenticationResponseJSON,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import Type from 'typebox';
import { findAccount, findPasskey, notePasskeyUsed } from '../../store/accounts/index.ts';
import { action, type Work } from '../act/index.ts';
import { answerChallenge, browserText } from './challenge.ts';
import { refuse, signedIn, tried } from './outcomes.ts';
import { type PasskeyResponse, readPasskeyAnswer } from './passkey-response.ts';
import { passkeyNotTaken } from './problems.ts';
import { findRelyingParty } from './relying-party.ts';
import { startSignIn } from './start-sign-in.ts';
import { byAddress, forgiveTries, takeTries } from './take-tries.ts';

/** Signs in with a passkey: what it was asked is taken, so that an answer serves once. */
export const signInByPasskey = action({
  name: 'sign-in.by_passkey',
  kind: 'change',
  who: 'anyone',
  reach: { reach: 'sign-in' },
  givesSecret: true,
  summary: 'Sign in with a passkey.',
  input: Type.Object(
    {
      response: Type.String({ maxLength: 20_000 }),
      browser: browserText,
      address: Type.String({ maxLength: 100 }),
      agent: Type.String(),
    },
    { additionalProperties: false },
  ),
  output: tried(signedIn),
  run: async (work, { response, browser, address, agent }) => {
    const counted = [byAddress(address)];
    const mustWait = await takeTries(work, counted);
    if (mustWait !== undefined) return refuse(work, [mustWait]);
    const given = readPasskeyAnswer(response);
    const account = given === undefined ? undefined : await accountOf(work, given, browser);
    if (account === undefined) return refuse(work, [passkeyNotTaken()]);
    await forgiveTries(work, counted);
    return { ok: true, value: await startSignIn(work, { account, way: 'passkey', agent }) };
  },
});

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
