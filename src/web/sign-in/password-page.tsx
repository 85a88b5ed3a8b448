import type { JSX } from 'preact';
import { Button, Buttons, Field, Form, Heading } from '../look/index.ts';

/** Changing one's password, or setting the first. */
export function PasswordPage({ hasPassword }: Readonly<{ hasPassword: boolean }>): JSX.Element {
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
