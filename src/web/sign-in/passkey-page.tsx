import type { JSX } from 'preact';
import { Button, Buttons, Field, Form, Heading } from '../look/index.ts';

/** What is asked of a passkey: to sign in, or to be added under a name. */
export type PasskeyPageProps = Readonly<{
  kind: 'get' | 'create';
  options: unknown;
  next: string;
  /** The e-mail address that is changed by it, where it is asked for that. */
  email?: string;
}>;

const words = {
  get: {
    title: 'Sign in with a passkey',
    lead: 'Your browser asks for your passkey: a fingerprint, your face, the code of your device.',
    action: '/sign-in/passkey/answer',
    button: 'Use a passkey',
    back: { href: '/sign-in', label: 'Another way to sign in' },
  },
  prove: {
    title: 'Change your e-mail address',
    lead: 'Your browser asks for your passkey once more, to see that it is you.',
    action: '/account/email',
    button: 'Use a passkey',
    back: { href: '/account', label: 'Back to your account' },
  },
  create: {
    title: 'Add a passkey',
    lead: 'Your browser makes a passkey on this device, or on a key or telephone that you choose.',
    action: '/account/passkeys/add',
    button: 'Make a passkey',
    back: { href: '/account', label: 'Back to your account' },
  },
} as const;

/** Where the browser is asked for a passkey. Only a script can ask it. */
export function PasskeyPage({ kind, options, next, email }: PasskeyPageProps): JSX.Element {
  const { title, lead, action, button, back } = words[email === undefined ? kind : 'prove'];
  return (
    <>
      <Heading lead={lead}>{title}</Heading>
      <noscript>
        <p>Passkeys need scripts, which are turned off in this browser.</p>
      </noscript>
      <div data-passkey={kind} data-passkey-options={JSON.stringify(options)}>
        <Form action={action} name="passkey">
          <input type="hidden" name="next" value={next} />
          <input type="hidden" name="response" value="" />
          {email !== undefined && <input type="hidden" name="email" value={email} />}
          {kind === 'create' && (
            <Field
              kind="text"
              name="name"
              label="Name of the passkey"
              hint="So that you know it again, as in “Work telephone”."
              value="Passkey"
            />
          )}
          <p class="passkey-said" role="status" />
          <Buttons>
            <Button>{button}</Button>
            <a href={back.href}>{back.label}</a>
          </Buttons>
        </Form>
      </div>
    </>
  );
}
