import { createHash } from 'node:crypto';
import type { Visit } from '../../http/index.ts';

/**
 * Stands in the link by which somebody ties their account to who they are elsewhere: without it
 * another page could send them there, signed in as somebody else, and tie that to their account.
 */
export function tieMark({ csrf }: Pick<Visit, 'csrf'>): string {
  return createHash('sha256').update(`tie ${csrf}`).digest('base64url');
}
