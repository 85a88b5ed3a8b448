import type { Visit } from '../../http/index.ts';
import { formText } from '../form-text.ts';
import { type FormField, symbolOf, untilName } from './joining-field.tsx';

/** What was typed into the form and handed in with it, as the action takes it. */
export function readTyped(visit: Visit, fields: readonly FormField[]) {
  const texts = fields.filter(({ kind, agrees }) => kind !== 'document' && agrees === undefined);
  const documents = fields.filter(({ kind }) => kind === 'document');
  return {
    answers: Object.fromEntries(texts.map((field) => [field.name, answerOf(visit, field)])),
    expires: Object.fromEntries(
      documents.flatMap(({ name }) => {
        const typed = formText(visit, untilName(name));
        return typed === '' ? [] : [[name, typed]];
      }),
    ),
    uploads: documents.flatMap(({ name }) => {
      const upload = visit.uploads[name];
      return upload === undefined ? [] : [{ field: name, ...upload }];
    }),
  };
}

/** A sum is typed without the sign of its currency, and a share without that of hundredths. */
export function answerOf(visit: Visit, field: FormField): string {
  const typed = formText(visit, field.name).trim();
  const isBare = /^\d/.test(typed) && /\d$/.test(typed);
  if (!isBare) return typed;
  if (field.kind === 'money') return `${symbolOf(field)}${typed}`;
  return field.kind === 'percent' ? `${typed}%` : typed;
}
