import type { Result } from '../../problem/index.ts';
import { providersUnreadable } from './problems.ts';
import type { SignInProvider } from './sign-in-settings.ts';

const names = ['key', 'name', 'issuer', 'clientId', 'clientSecret'] as const;

/**
 * Reads who else knows who somebody is, as JSON: a list of objects with key, name, issuer, clientId
 * and clientSecret. It is the text of OUTTURN_PROVIDERS, or of providers.json in the data folder.
 */
export function readProviders(text: string): Result<readonly SignInProvider[]> {
  const wrong = (reason: string) =>
    ({ ok: false, problems: [providersUnreadable(reason)] }) as const;
  const read = parse(text);
  if (!Array.isArray(read)) return wrong('it is no list in JSON');
  const providers: SignInProvider[] = [];
  for (const [at, each] of read.entries()) {
    const missing = names.find((name) => typeof each?.[name] !== 'string' || each[name] === '');
    if (missing !== undefined) return wrong(`${missing} is missing in number ${at + 1}`);
    const provider = Object.fromEntries(names.map((name) => [name, `${each[name]}`]));
    providers.push(provider as SignInProvider);
  }
  const odd = providers.find(({ key }) => !/^[a-z0-9-]{1,40}$/.test(key));
  if (odd !== undefined)
    return wrong(`the key "${odd.key}" is not of small letters, figures and -`);
  const unsafe = providers.find(({ issuer }) => !isSafeIssuer(issuer));
  if (unsafe !== undefined) return wrong(`the issuer of "${unsafe.key}" does not begin with https`);
  const isTwice = new Set(providers.map(({ key }) => key)).size < providers.length;
  return isTwice ? wrong('two have one key') : { ok: true, value: providers };
}

/** Without encryption only what runs on this machine is believed. */
export function isSafeIssuer(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false;
  return new URL(issuer).protocol === 'https:' || isOnThisMachine(issuer);
}

/** Whether an issuer is on this machine, as in trials. */
export function isOnThisMachine(issuer: string): boolean {
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
