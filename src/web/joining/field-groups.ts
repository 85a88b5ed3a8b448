import type { FormField, JoiningForm } from './joining-field.tsx';

/** Fields that stand together under one heading. */
export type FieldGroup = Readonly<{
  heading: string;
  /** The sentence of the page that asks for them. */
  sentence?: string;
  fields: readonly FormField[];
}>;

const whoNames: ReadonlySet<string> = new Set([
  'name',
  'body',
  'company_register',
  'company_number',
  'charity_register',
  'charity_number',
]);

/** Who applies, each condition of the page, and what is offered: in the order of reading. */
export function groupsOf({ fields, conditions }: Pick<JoiningForm, 'fields' | 'conditions'>) {
  const asked = fields.filter(({ agrees }) => agrees === undefined);
  const who = asked.filter(({ name }) => whoNames.has(name));
  const offer = asked.filter(({ name, restsOn }) => !whoNames.has(name) && restsOn === undefined);
  const shown = conditions.flatMap(({ key, sentence }): readonly FieldGroup[] => {
    const own = asked.filter(({ name, restsOn }) => restsOn === key && !whoNames.has(name));
    return own.length === 0 ? [] : [{ heading: key, sentence, fields: own }];
  });
  return { who, shown, offer };
}
