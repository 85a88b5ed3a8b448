import type { Visit } from '../../http/index.ts';

/** Everything that was chosen in a field. */
export function formTexts({ form }: Pick<Visit, 'form'>, name: string): readonly string[] {
  return [form[name] ?? []].flat();
}
