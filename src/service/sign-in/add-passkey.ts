import {
  type RegistrationResponseJSON,
  type VerifiedRegistrationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import Type from 'typebox';
import { addPasskey as add } from '../../store/accounts/index.ts';
import { action, type Work } from '../act/index.ts';
import { answerChallenge, browserText } from './challenge.ts';
import { ownSignIn } from './own-sign-in.ts';
import { type PasskeyResponse, readNewPasskey } from './passkey-response.ts';
import { passkeyNotAdded } from './problems.ts';
import { findRelyingParty } from './relying-party.ts';

/** Adds a passkey to the account that is signed in. */
export const addPasskey = action({
  name: 'sign-in.add_passkey',
  kind: 'change',
  who: 'signed in',
  reach: { reach: 'sign-in' },
  summary: 'Add a passkey to your account.',
  input: Type.Object(
    {
      response: Type.String({ maxLength: 20_000 }),
      name: Type.String({ maxLength: 100 }),
      browser: browserText,
    },
    { additionalProperties: false },
  ),
  output: Type.Object({ id: Type.String() }),
  run: async (work, { response, name, browser }) => {
    const own = ownSignIn(work.actor);
    if (!own.ok) return own;
    const { account } = own.value;
    const given = readNewPasskey(response);
    const found = given === undefined ? undefined : await verify(work, given, browser);
    if (found === undefined || found.account !== account) {
      return { ok: false, problems: [passkeyNotAdded()] };
    }
    const { credential, credentialBackedUp } = found.info;
    const isAdded = await add(work.tx, {
      id: credential.id,
      account,
      name: name.trim() === '' ? 'Passkey' : name.trim(),
      publicKey: credential.publicKey,
      counter: BigInt(credential.counter),
      transports: credential.transports ?? [],
      isBackedUp: credentialBackedUp,
      madeAt: work.now,
    });
    if (!isAdded) return { ok: false, problems: [passkeyNotAdded()] };
    work.note({ account, about: { passkey: credential.id } });
    return { ok: true, value: { id: credential.id } };
  },
});

type Info = NonNullable<VerifiedRegistrationResponse['registrationInfo']>;

async function verify(
  work: Work,
  { response, challenge }: PasskeyResponse<RegistrationResponseJSON>,
  browser: string,
): Promise<Readonly<{ account: unknown; info: Info }> | undefined> {
  const party = findRelyingParty(work.service.address);
  const asked = await answerChallenge(work, { kind: 'new passkey', text: challenge, browser });
  if (asked === undefined || party === undefined) return undefined;
  try {
    const { registrationInfo: info } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
    });
    const { account } = asked as { account: unknown };
    return info === undefined ? undefined : { account, info };
  } catch {
    return undefined;
  }
}
