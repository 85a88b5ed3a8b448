import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../../problem/index.ts';
import { idleMinutesOtherwise, providersUnreadable } from './problems.ts';
import { readProviders } from './read-providers.ts';
import type { SignInSettings } from './sign-in-settings.ts';

/** What of the environment is read. */
export type SettingsEnvironment = Readonly<Record<string, string | undefined>>;

/**
 * How people sign in here: OUTTURN_PROVIDERS, else providers.json in the data folder, else nobody
 * beside passwords and passkeys; and OUTTURN_IDLE_MINUTES.
 */
export function readSignInSettings(
  folder: string,
  env: SettingsEnvironment,
): Result<SignInSettings> {
  const text = env.OUTTURN_PROVIDERS ?? '';
  const given: Result<string | undefined> =
    text === '' ? readIfThere(join(folder, 'providers.json')) : { ok: true, value: text };
  if (!given.ok) return given;
  const providers = readProviders(given.value ?? '[]');
  const minutes = env.OUTTURN_IDLE_MINUTES ?? '';
  const isMinutes = minutes === '' || /^[1-9]\d{0,2}$/.test(minutes);
  if (!isMinutes) return { ok: false, problems: [idleMinutesOtherwise(minutes)] };
  if (!providers.ok) return providers;
  const idle = minutes === '' ? {} : { idleMinutes: Number(minutes) };
  return { ok: true, value: { providers: providers.value, ...idle } };
}

function readIfThere(path: string): Result<string | undefined> {
  try {
    return { ok: true, value: readFileSync(path, 'utf8') };
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { ok: true, value: undefined };
    return { ok: false, problems: [providersUnreadable(`${path}: ${code}`)] };
  }
}
