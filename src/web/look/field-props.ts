import type { ComponentChildren } from 'preact';

/** One of several things that can be chosen. */
export type Option = Readonly<{
  value: string;
  label: string;
  hint?: string | undefined;
  /** What it and those after it are, above the first of them. */
  under?: string | undefined;
}>;

/** What every kind of field has. */
export type FieldBasics = Readonly<{
  name: string;
  label: string;
  hint?: ComponentChildren;
  /** Its label says so; all others are needed. */
  isOptional?: boolean | undefined;
  /** What is asked of browsers that fill forms in, as in "current-password". */
  autocomplete?: string | undefined;
}>;

type Written = FieldBasics &
  Readonly<{ value?: string | undefined; width?: 'short' | 'middle' | 'full' | undefined }>;

/** What a field asks, by its kind. `value` goes before what the form's `values` say. */
export type FieldProps =
  | (Written & Readonly<{ kind: 'text'; offers?: readonly Option[] | undefined }>)
  | (Written & Readonly<{ kind: 'email' | 'day' | 'password' }>)
  | (Written & Readonly<{ kind: 'number'; unit?: string | undefined }>)
  | (Written & Readonly<{ kind: 'money'; symbol: string }>)
  | (Written &
      Readonly<{
        kind: 'textarea';
        rows?: number;
        isCode?: boolean;
        maxLength?: number;
        isReadOnly?: boolean;
      }>)
  | (Written & Readonly<{ kind: 'select'; options: readonly Option[]; empty?: string }>)
  | (Written & Readonly<{ kind: 'radios'; options: readonly Option[] }>)
  | (FieldBasics &
      Readonly<{
        kind: 'checkboxes';
        options: readonly Option[];
        value?: readonly string[] | undefined;
      }>)
  | (FieldBasics & Readonly<{ kind: 'file'; accept?: string; isMany?: boolean }>);

/** The field as its control needs it: with its problems found and its value settled. */
export type Asked = Readonly<{
  id: string;
  values: readonly string[];
  describedBy: string | undefined;
  isWrong: boolean;
}>;
