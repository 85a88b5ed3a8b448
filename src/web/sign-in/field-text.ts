import type { Visit } from '../../http/index.ts';

/** What was typed into a field; nothing where it was not sent. */
export function fieldText({ form }: Pick<Visit, 'form'>, name: string): string {
  const value = form[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

/** Everything that was chosen in a field. */
export function fieldTexts({ form }: Pick<Visit, 'form'>, name: string): readonly string[] {
  return [form[name] ?? []].flat();
}
