import type { ComponentChildren, JSX } from 'preact';

export type ButtonProps = Readonly<{
  /** The one thing to do here; another; what cannot be undone. */
  kind?: 'main' | 'quiet' | 'grave' | undefined;
  /** With an address it is a link that looks like a button. */
  href?: string | undefined;
  /** Sent with the form, where a form has several buttons. */
  name?: string | undefined;
  value?: string | undefined;
  /** Sends the form elsewhere. */
  action?: string | undefined;
  children: ComponentChildren;
}>;

/** Sends its form, or leads somewhere. Its words say what will happen: a verb first. */
export function Button(props: ButtonProps): JSX.Element {
  const { kind = 'main', href, name, value, action, children } = props;
  const look = `button button-${kind}`;
  if (href !== undefined) {
    return (
      <a class={look} href={href}>
        {children}
      </a>
    );
  }
  return (
    <button class={look} type="submit" name={name} value={value} formAction={action}>
      {children}
    </button>
  );
}

/** Buttons side by side, under each other on a phone. */
export function Buttons({ children }: Readonly<{ children: ComponentChildren }>): JSX.Element {
  return <div class="buttons">{children}</div>;
}
