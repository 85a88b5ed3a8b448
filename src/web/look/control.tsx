import type { JSX } from 'preact';
import type { Asked, FieldProps } from './field-props.ts';

export type ControlProps = Readonly<{
  field: Exclude<FieldProps, { kind: 'radios' | 'checkboxes' }>;
  asked: Asked;
}>;

/** What is typed into, chosen from a list, or given as a file. */
export function Control({ field, asked }: ControlProps): JSX.Element {
  switch (field.kind) {
    case 'text':
      return <Line field={field} asked={asked} />;
    case 'email':
      return <input {...inputOf({ field, asked })} type="email" />;
    case 'password':
      return <input {...inputOf({ field, asked })} type="password" />;
    case 'day':
      return <input {...inputOf({ field, asked })} type="date" min="1900-01-01" max="2199-12-31" />;
    case 'number':
      return (
        <span class="affixed">
          <input {...inputOf({ field, asked })} type="text" inputMode="decimal" />
          {field.unit !== undefined && <span class="affix">{field.unit}</span>}
        </span>
      );
    case 'money':
      return (
        <span class="affixed">
          <span class="affix">{field.symbol}</span>
          <input {...inputOf({ field, asked })} type="text" inputMode="decimal" />
        </span>
      );
    case 'textarea':
      return <Area field={field} asked={asked} />;
    case 'select':
      return <List field={field} asked={asked} />;
    case 'file':
      return (
        <input
          {...basicsOf({ field, asked })}
          type="file"
          accept={field.accept}
          multiple={field.isMany}
        />
      );
  }
}

type Basics = Readonly<{
  id: string;
  name: string;
  autocomplete: string | undefined;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
}>;

function basicsOf({ field, asked }: ControlProps): Basics {
  return {
    id: asked.id,
    name: field.name,
    autocomplete: field.autocomplete,
    'aria-describedby': asked.describedBy,
    'aria-invalid': asked.isWrong ? 'true' : undefined,
  };
}

// A password is never sent back to the page it came from.
function inputOf({ field, asked }: ControlProps): Basics & Readonly<{ class: string }> {
  const isSecret = field.kind === 'password';
  const width = 'width' in field ? field.width : undefined;
  const value = isSecret ? {} : { value: asked.values[0] ?? '' };
  return { ...basicsOf({ field, asked }), ...value, class: `input ${widthOf(field.kind, width)}` };
}

function widthOf(kind: FieldProps['kind'], width?: 'short' | 'middle' | 'full'): string {
  const isShort = kind === 'day' || kind === 'number' || kind === 'money';
  return `input-${width ?? (isShort ? 'short' : 'middle')}`;
}

type One<Kind> = Readonly<{ field: Extract<FieldProps, { kind: Kind }>; asked: Asked }>;

// What is offered can be picked, and anything else can be typed.
function Line({ field, asked }: One<'text'>): JSX.Element {
  const { offers = [] } = field;
  if (offers.length === 0) return <input {...inputOf({ field, asked })} type="text" />;
  const list = `${asked.id}-offers`;
  return (
    <>
      <input {...inputOf({ field, asked })} type="text" list={list} />
      <datalist id={list}>
        {offers.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </datalist>
    </>
  );
}

function Area({ field, asked }: One<'textarea'>): JSX.Element {
  const { rows = 5, isCode = false, maxLength, width = 'full', isReadOnly = false } = field;
  return (
    <textarea
      {...basicsOf({ field, asked })}
      class={`input input-${width}${isCode ? ' input-code' : ''}`}
      rows={rows}
      maxLength={maxLength}
      readOnly={isReadOnly}
      spellcheck={!isCode}
      value={asked.values[0] ?? ''}
    />
  );
}

function List({ field, asked }: One<'select'>): JSX.Element {
  const { options, empty, width = 'middle' } = field;
  return (
    <select {...basicsOf({ field, asked })} class={`input input-select input-${width}`}>
      {empty !== undefined && <option value="">{empty}</option>}
      {options.map(({ value, label }) => (
        <option key={value} value={value} selected={asked.values.includes(value)}>
          {label}
        </option>
      ))}
    </select>
  );
}
