import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';

/** What a browser sends of a passkey, as far as it has the form of that, and what it answers. */
export type PasskeyResponse<Response> = Readonly<{ response: Response; challenge: string }>;

/** Reads what a browser sent for signing in; whether it is true is for the library to say. */
export function readPasskeyAnswer(
  text: string,
): PasskeyResponse<AuthenticationResponseJSON> | undefined {
  const response = readJson(text) as AuthenticationResponseJSON | undefined;
  return withChallenge(response);
}

/** Reads what a browser sent of a new passkey. */
export function readNewPasskey(
  text: string,
): PasskeyResponse<RegistrationResponseJSON> | undefined {
  const response = readJson(text) as RegistrationResponseJSON | undefined;
  return withChallenge(response);
}

type Sent = Readonly<{ id?: unknown; response?: Readonly<{ clientDataJSON?: unknown }> }>;

function withChallenge<Response extends Sent>(
  response: Response | undefined,
): PasskeyResponse<Response> | undefined {
  const data = response?.response?.clientDataJSON;
  if (response === undefined || typeof response.id !== 'string') return undefined;
  if (typeof data !== 'string') return undefined;
  const told = readJson(Buffer.from(data, 'base64url').toString()) as { challenge?: unknown };
  return typeof told?.challenge === 'string' ? { response, challenge: told.challenge } : undefined;
}

function readJson(text: string): unknown {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null ? read : undefined;
  } catch {
    return undefined;
  }
}
