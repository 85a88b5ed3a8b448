import type { Visit } from '../http/index.ts';

/** What was typed into a field; the last where it was sent several times, nothing where not. */
export function formText({ form }: Pick<Visit, 'form'>, name: string): string {
  const given = form[name];
  return typeof given === 'string' ? given : (given?.at(-1) ?? '');
}
