import type { ComponentChildren, JSX } from 'preact';
import { Button, Buttons } from './button.tsx';
import { Form, type FormValues } from './form.tsx';

export type ConfirmProps = Readonly<{
  action: string;
  /** Sent with it: what exactly was seen and is agreed to, such as a hash. */
  given?: Readonly<Record<string, string>> | undefined;
  values?: FormValues | undefined;
  /** The verb and its object: "Approve this settlement". */
  button: string;
  isGrave?: boolean | undefined;
  /** The way back. */
  otherwise: Readonly<{ label: string; href: string }>;
  /** What will happen, and fields if any are asked. */
  children: ComponentChildren;
}>;

/** The last look before something is done that others rely on. */
export function Confirm(props: ConfirmProps): JSX.Element {
  const { action, given = {}, values, button, isGrave = false, otherwise } = props;
  return (
    <section class={`confirm${isGrave ? ' confirm-grave' : ''}`}>
      <Form action={action} name="confirm" values={values}>
        {Object.entries(given).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {props.children}
        <Buttons>
          <Button kind={isGrave ? 'grave' : 'main'}>{button}</Button>
          <a href={otherwise.href}>{otherwise.label}</a>
        </Buttons>
      </Form>
    </section>
  );
}
