import {
  changeEmail,
  changeName,
  endOwnSignIn,
  endToken,
  makeToken,
  readOwnAccount,
  removeIdentity,
  removePasskey,
} from '../../service/sign-in/index.ts';
import type { Route } from '../route.ts';

/** One's own account. Signing in itself is for browsers; programs have tokens. */
export const signInRoutes: readonly Route[] = [
  { method: 'GET', path: '/account', action: readOwnAccount },
  { method: 'PUT', path: '/account/name', action: changeName },
  { method: 'PUT', path: '/account/email', action: changeEmail },
  { method: 'DELETE', path: '/account/passkeys/:passkey', action: removePasskey },
  { method: 'DELETE', path: '/account/identities/:provider', action: removeIdentity },
  { method: 'DELETE', path: '/account/sign-ins/:signIn', action: endOwnSignIn },
  { method: 'POST', path: '/account/tokens', action: makeToken, status: 201 },
  { method: 'DELETE', path: '/account/tokens/:token', action: endToken },
];
