import type { JSX } from 'preact';
import type { Problem } from '../../problem/index.ts';
import { Choices } from './choices.tsx';
import { Control } from './control.tsx';
import { fieldId } from './field-id.ts';
import type { Asked, FieldBasics, FieldProps } from './field-props.ts';
import { useValues } from './form.tsx';
import { useFrame } from './frame.ts';
import { useLabels } from './labels.ts';
import { Sign } from './sign.tsx';

/**
 * A label, a hint, the problems whose `at.field` is its name, and a control. Problems are those of
 * the layout, values those of the form: a screen hands them over once.
 */
export function Field(props: FieldProps): JSX.Element {
  const { problems } = useFrame();
  const typed = useValues()[props.name];
  const own = problems.filter(({ at }) => at.field === props.name);
  const labels = useLabels();
  if (own.length > 0) labels.set(props.name, props.label);
  const given = 'value' in props && props.value !== undefined ? props.value : typed;
  const asked = askedOf(props, { own, values: [given ?? []].flat() });
  const look = asked.isWrong ? 'field field-wrong' : 'field';
  if (props.kind === 'radios' || props.kind === 'checkboxes') {
    return (
      <fieldset class={look} id={asked.id} tabIndex={-1} aria-describedby={asked.describedBy}>
        <legend>
          <Label {...props} />
        </legend>
        <Around props={props} own={own} id={asked.id} />
        <Choices field={props} asked={asked} />
      </fieldset>
    );
  }
  return (
    <div class={look}>
      <label for={asked.id}>
        <Label {...props} />
      </label>
      <Around props={props} own={own} id={asked.id} />
      <Control field={props} asked={asked} />
    </div>
  );
}

type Found = Readonly<{ own: readonly Problem[]; values: readonly string[] }>;

function askedOf(props: FieldProps, { own, values }: Found): Asked {
  const id = fieldId(props.name);
  const hint = props.hint === undefined ? [] : [`${id}-hint`];
  const wrong = own.length === 0 ? [] : [`${id}-problem`];
  const describedBy = [...hint, ...wrong].join(' ') || undefined;
  return { id, values, describedBy, isWrong: own.length > 0 };
}

function Label({ label, isOptional = false }: FieldBasics): JSX.Element {
  return (
    <>
      {label}
      {isOptional && <span class="field-optional"> (optional)</span>}
    </>
  );
}

type AroundProps = Readonly<{ props: FieldProps; own: readonly Problem[]; id: string }>;

function Around({ props, own, id }: AroundProps): JSX.Element {
  return (
    <>
      {props.hint !== undefined && (
        <p class="field-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      {own.length > 0 && (
        <div class="field-problem" id={`${id}-problem`}>
          {own.map(({ code, message, help }) => (
            <p key={code}>
              <Sign tone="bad" />
              <span>
                <strong>{message}</strong> {help}
              </span>
            </p>
          ))}
        </div>
      )}
    </>
  );
}
