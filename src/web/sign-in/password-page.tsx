import type { JSX } from 'preact';
import { Button, Buttons, Field, Form, Heading } from '../look/index.ts';

export type PasswordPageProps = Readonly<{
  hasPassword: boolean;
  /** How many tokens of the API there are, which end unless they are kept. */
  tokens: number;
}>;

/** Changing one's password, or setting the first. */
export function PasswordPage({ hasPassword, tokens }: PasswordPageProps): JSX.Element {
  const title = hasPassword ? 'Change your password' : 'Set a password';
  return (
    <>
      <Heading lead="You stay signed in here. Wherever else you are signed in ends.">
        {title}
      </Heading>
      <Form action="/account/password">
        {hasPassword && (
          <Field
            kind="password"
            name="current"
            label="Password now"
            autocomplete="current-password"
          />
        )}
        <NewPassword />
        {tokens > 0 && (
          <Field
            kind="checkboxes"
            name="keepsTokens"
            label={tokens === 1 ? 'Your token' : `Your ${tokens} tokens`}
            hint="They end with the password: whoever knew it may have made one."
            options={[{ value: 'yes', label: 'Keep them, nobody else knew the password' }]}
          />
        )}
        <Buttons>
          <Button>{title}</Button>
          <a href="/account">Back to your account</a>
        </Buttons>
      </Form>
    </>
  );
}

/** The field for a password that is to be set. */
export function NewPassword({ label = 'New password' }: Readonly<{ label?: string }>): JSX.Element {
  return (
    <Field
      kind="password"
      name="password"
      label={label}
      hint="Twelve characters or more. A few words that do not belong together are easy to keep."
      autocomplete="new-password"
    />
  );
}
