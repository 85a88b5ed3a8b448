import { Fragment, type JSX } from 'preact';
import type { Asked, FieldProps } from './field-props.ts';

export type ChoicesProps = Readonly<{
  field: Extract<FieldProps, { kind: 'radios' | 'checkboxes' }>;
  asked: Asked;
}>;

/** Radios or checkboxes under each other, each with its own hint. */
export function Choices({ field, asked }: ChoicesProps): JSX.Element {
  return (
    <div class="choices">
      {field.options.map((option, at) => {
        const id = `${asked.id}-${at + 1}`;
        return (
          <Fragment key={option.value}>
            {option.under !== undefined && <p class="choices-under">{option.under}</p>}
            <div class="choice">
              <input
                type={field.kind === 'radios' ? 'radio' : 'checkbox'}
                id={id}
                name={field.name}
                value={option.value}
                checked={asked.values.includes(option.value)}
                aria-describedby={option.hint === undefined ? undefined : `${id}-hint`}
              />
              <label for={id}>{option.label}</label>
              {option.hint !== undefined && (
                <p class="field-hint" id={`${id}-hint`}>
                  {option.hint}
                </p>
              )}
            </div>
          </Fragment>
        );
      })}
    </div>
  );
}
