import type { JSX } from 'preact';
import type { Static } from 'typebox';
import { getCurrency } from '../../money/index.ts';
import type { readForm } from '../../service/joining/index.ts';
import { Field } from '../look/index.ts';

export type JoiningForm = Static<(typeof readForm)['output']>;
export type FormField = JoiningForm['fields'][number];
export type Answer = JoiningForm['answers'][number];

export type JoiningFieldProps = Readonly<{
  field: FormField;
  /** What was answered before. */
  answer: Answer | undefined;
  /** Left out where the sentence of the page stands just above. */
  hint?: string | undefined;
}>;

/** One field of the form, as what the page asks for is best answered. */
export function JoiningField({ field, answer, hint }: JoiningFieldProps): JSX.Element {
  const { name, label, kind, required, choices = [] } = field;
  const value = answer?.value;
  const asked = { name, label, hint, value, isOptional: !required };
  switch (kind) {
    case 'text':
      return <Field {...asked} kind="text" />;
    case 'company_number':
    case 'charity_number':
      return <Field {...asked} kind="text" width="short" />;
    case 'number':
      return <Field {...asked} kind="number" />;
    case 'percent':
      return <Field {...asked} kind="number" unit="%" value={value?.replace(/%$/, '')} />;
    case 'money': {
      const symbol = symbolOf(field);
      const plain = value?.startsWith(symbol) === true ? value.slice(symbol.length) : value;
      return <Field {...asked} kind="money" symbol={symbol} value={plain} />;
    }
    case 'choice':
      return (
        <Field
          {...asked}
          kind="radios"
          options={choices.map((choice) => ({ value: choice, label: capital(choice) }))}
        />
      );
    case 'yes':
      return (
        <Field
          name={name}
          label={label}
          hint={hint}
          kind="checkboxes"
          value={value === undefined || value === '' ? [] : [value]}
          options={[{ value: 'yes', label: 'Yes, this is so' }]}
        />
      );
    case 'document':
      return <Document field={field} answer={answer} hint={hint} />;
  }
}

function Document({ field, answer, hint }: JoiningFieldProps): JSX.Element {
  const { name, label, expires = false } = field;
  const kept = answer?.document;
  const isThere = kept?.id !== undefined;
  return (
    <>
      <Field
        name={name}
        label={isThere ? `${label}: another in its place` : label}
        hint={isThere ? keptWords(kept) : (hint ?? 'PDF or picture, 10 MB at most.')}
        kind="file"
        accept=".pdf,.png,.jpg,.jpeg,.webp,.heic"
        isOptional={isThere}
      />
      {expires && (
        <Field
          name={untilName(name)}
          label="Last day on which it holds"
          kind="day"
          value={kept?.expiresOn}
        />
      )}
    </>
  );
}

function keptWords({ type, bytes }: Readonly<{ type?: string; bytes?: number }>): string {
  return `Handed in: ${documentWords({ type, bytes })}. It stays unless you choose another.`;
}

/** A document in a few words: "PDF, 214 kB". */
export function documentWords({
  type = '',
  bytes = 0,
}: Readonly<{ type?: string | undefined; bytes?: number | undefined }>): string {
  const size =
    bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
  return `${type === 'pdf' ? 'PDF' : 'picture'}, ${size}`;
}

/** The name of the field for the last day of a document. */
export function untilName(field: string): string {
  return `${field}_until`;
}

/** What is put before a sum of this field. */
export function symbolOf({ currency }: FormField): string {
  return currency === undefined ? '' : getCurrency(currency).symbol;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
