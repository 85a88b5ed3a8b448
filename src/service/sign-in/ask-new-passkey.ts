import { generateRegistrationOptions } from '@simplewebauthn/server';
import Type from 'typebox';
import { findAccount, listPasskeys } from '../../store/accounts/index.ts';
import { action } from '../act/index.ts';
import { browserText, keepChallenge } from './challenge.ts';
import { ownSignIn } from './own-sign-in.ts';
import { passkeysNotHere } from './problems.ts';
import { findRelyingParty } from './relying-party.ts';

/** What a browser is asked for a new passkey of whoever is signed in. */
export const askNewPasskey = action({
  name: 'sign-in.ask_new_passkey',
  kind: 'change',
  who: 'signed in',
  givesSecret: true,
  reach: { reach: 'sign-in' },
  summary: 'Begin to add a passkey.',
  input: Type.Object({ browser: browserText }, { additionalProperties: false }),
  output: Type.Object({ options: Type.Unknown() }),
  run: async (work, { browser }) => {
    const { tx, service } = work;
    const own = ownSignIn(work.actor);
    if (!own.ok) return own;
    const { account } = own.value;
    const party = findRelyingParty(service.address);
    if (party === undefined) return { ok: false, problems: [passkeysNotHere(service.address)] };
    const { email = '', name = '' } = (await findAccount(tx, account)) ?? {};
    const passkeys = await listPasskeys(tx, account);
    const options = await generateRegistrationOptions({
      rpName: 'Outturn',
      rpID: party.id,
      userName: email,
      userDisplayName: name,
      userID: new TextEncoder().encode(account),
      attestationType: 'none',
      excludeCredentials: passkeys.map(({ id }) => ({ id })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    const asked = { kind: 'new passkey', text: options.challenge, browser } as const;
    await keepChallenge(work, { ...asked, content: { account } });
    work.note({ account, about: {} });
    return { ok: true, value: { options } };
  },
});
