import type { JSX } from 'preact';
import { Button, Field, Form, type FormValues, Heading } from '../look/index.ts';

/** What the page for signing in says and offers. */
export type SignInPageProps = Readonly<{
  values: FormValues;
  next: string;
  hasPasskeys: boolean;
  providers: readonly Readonly<{ key: string; name: string }>[];
}>;

/** Signing in: by password, by passkey, by whoever else knows who one is. */
export function SignInPage({ values, next, ...ways }: SignInPageProps): JSX.Element {
  const { hasPasskeys, providers } = ways;
  const query = `next=${encodeURIComponent(next)}`;
  return (
    <>
      <Heading>Sign in</Heading>
      <Form action="/sign-in" values={values}>
        <input type="hidden" name="next" value={next} />
        <Field kind="email" name="email" label="E-mail address" autocomplete="username webauthn" />
        <Field
          kind="password"
          name="password"
          label="Password"
          autocomplete="current-password webauthn"
        />
        <Button>Sign in</Button>
      </Form>
      {(hasPasskeys || providers.length > 0) && (
        <section>
          <h2>Or without a password</h2>
          {hasPasskeys && (
            <Form action="/sign-in/passkey" name="passkey">
              <input type="hidden" name="next" value={next} />
              <Button kind="quiet">Sign in with a passkey</Button>
            </Form>
          )}
          {providers.map(({ key, name }) => (
            <p key={key}>
              <Button kind="quiet" href={`/sign-in/with/${key}?${query}`}>
                Sign in with {name}
              </Button>
            </p>
          ))}
        </section>
      )}
      <h2>No account yet?</h2>
      <p>
        Colleagues are invited by an administrator of their organisation, who gives them a link.
        Whoever wants to deliver a programme can <a href="/sign-up">sign up as a provider</a> on any
        day.
      </p>
    </>
  );
}
