import type { Area } from '../act/index.ts';

/** Areas that tokens are given for. How somebody signs in is for themselves, with a browser. */
const areas = [
  { area: 'programmes', what: 'programmes and their pages' },
  { area: 'joining', what: 'applications and providers' },
  { area: 'people', what: 'people, referrals and attachments' },
  { area: 'facts', what: 'facts, evidence and verification' },
  { area: 'money', what: 'settlements, statements and payments' },
  { area: 'record', what: 'the record' },
  { area: 'organisations', what: 'your organisation and its members' },
] as const satisfies readonly { area: Exclude<Area, 'sign-in'>; what: string }[];

/** Every scope that a token may have, with what it lets a program do. */
export const tokenScopes: readonly Readonly<{ scope: string; what: string }>[] = areas.flatMap(
  ({ area, what }) => [
    { scope: `${area}:read`, what: `Read ${what}` },
    // What has been recorded changes for nobody.
    ...(area === 'record' ? [] : [{ scope: `${area}:change`, what: `Change ${what}` }]),
  ],
);
