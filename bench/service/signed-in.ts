import { csrfOf } from '../../src/http/csrf.ts';

/** What somebody's browser sends with each request, and what their pages were given. */
export function headersOf(token: string): Readonly<Record<string, string>> {
  return { cookie: `outturn-sign-in=${token}`, 'x-csrf': csrfOf(token) };
}
