import { generateAuthenticationOptions } from '@simplewebauthn/server';
import Type from 'typebox';
import { action } from '../act/index.ts';
import { browserText, keepChallenge } from './challenge.ts';
import { passkeysNotHere } from './problems.ts';
import { findRelyingParty } from './relying-party.ts';

/** What a browser asks its passkeys: any of this service, so that nobody says who they are. */
export const askPasskey = action({
  name: 'sign-in.ask_passkey',
  kind: 'change',
  who: 'anyone',
  reach: { reach: 'sign-in' },
  givesSecret: true,
  summary: 'Begin to sign in with a passkey.',
  input: Type.Object({ browser: browserText }, { additionalProperties: false }),
  output: Type.Object({ options: Type.Unknown() }),
  run: async (work, { browser }) => {
    const { address } = work.service;
    const party = findRelyingParty(address);
    if (party === undefined) return { ok: false, problems: [passkeysNotHere(address)] };
    const options = await generateAuthenticationOptions({
      rpID: party.id,
      userVerification: 'required',
    });
    await keepChallenge(work, { kind: 'passkey', text: options.challenge, browser, content: {} });
    return { ok: true, value: { options } };
  },
});
