import type { JSX } from 'preact';
import { Button, Buttons, DayOf, Field, Form, type FormValues, Heading } from '../look/index.ts';
import type { OwnAccount } from './account-page.tsx';

/** Changing one's name. */
export function NamePage({ name }: Readonly<{ name: string }>): JSX.Element {
  return (
    <>
      <Heading lead="Colleagues know you by it. What you did before stays yours.">
        Change your name
      </Heading>
      <Form action="/account/name">
        <Field kind="text" name="name" label="Name" value={name} autocomplete="name" />
        <Buttons>
          <Button>Change it</Button>
          <a href="/account">Back to your account</a>
        </Buttons>
      </Form>
    </>
  );
}

export type EmailPageProps = Readonly<{
  own: OwnAccount;
  /** Whether a passkey can stand in for the password. */
  hasPasskey: boolean;
  values: FormValues;
}>;

/** Changing the address that one signs in with. */
export function EmailPage({ own, hasPasskey, values }: EmailPageProps): JSX.Element {
  const canProve = own.hasPassword || hasPasskey;
  return (
    <>
      <Heading lead={`Now it is ${own.email}. You sign in with the new one from then on.`}>
        Change your e-mail address
      </Heading>
      {canProve ? (
        <EmailForm own={own} hasPasskey={hasPasskey} values={values} />
      ) : (
        <p>
          You show once more that it is you, by a password or a passkey, and have neither.{' '}
          <a href="/account/password">Set a password</a> first.
        </p>
      )}
      {own.earlierEmails.length > 0 && <Earlier own={own} />}
    </>
  );
}

function EmailForm({ own, hasPasskey, values }: EmailPageProps): JSX.Element {
  return (
    <Form action="/account/email" values={values}>
      <Field kind="email" name="email" label="New e-mail address" autocomplete="email" />
      {own.hasPassword && (
        <Field
          kind="password"
          name="current"
          label="Password"
          hint={hasPasskey ? 'Or leave it out, and use a passkey.' : undefined}
          autocomplete="current-password"
        />
      )}
      <Buttons>
        {own.hasPassword && <Button>Change it</Button>}
        {hasPasskey && (
          <Button kind="quiet" name="by" value="passkey">
            Change it by a passkey
          </Button>
        )}
        <a href="/account">Back to your account</a>
      </Buttons>
    </Form>
  );
}

function Earlier({ own }: Readonly<{ own: OwnAccount }>): JSX.Element {
  return (
    <section>
      <h2>Before</h2>
      <ul>
        {own.earlierEmails.map(({ email, until }) => (
          <li key={until}>
            {email}, until <DayOf at={until} />
          </li>
        ))}
      </ul>
    </section>
  );
}
