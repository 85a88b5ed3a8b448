import type { JSX } from 'preact';
import {
  Button,
  Buttons,
  Facts,
  Field,
  Form,
  type FormValues,
  Heading,
  Moment,
  Notice,
} from '../look/index.ts';
import { NewPassword } from '../sign-in/password-page.tsx';
import { dutyName, withCapital } from './duty-words.ts';

/** What an invitation says, and who opened it. */
export type InvitationPageProps = Readonly<{
  token: string;
  invitation: Readonly<{
    organisation: string;
    email: string;
    duties: readonly string[];
    endsAt: string;
    hasAccount: boolean;
  }>;
  isSignedIn: boolean;
  values: FormValues;
  providers: readonly Readonly<{ key: string; name: string }>[];
}>;

/** Taking an invitation: with one's account, or by making one. */
export function InvitationPage(props: InvitationPageProps): JSX.Element {
  const { invitation, token } = props;
  const { organisation, email, duties, endsAt } = invitation;
  return (
    <>
      <Heading kind="Invitation">{organisation}</Heading>
      <Facts
        facts={[
          { name: 'For', value: email },
          { name: 'To be', value: withCapital(duties.map(dutyName).join(', ')) },
          { name: 'Until', value: <Moment at={endsAt} /> },
        ]}
      />
      {props.isSignedIn ? (
        <Form action={`/invitation/${token}`}>
          <Button>Join {organisation}</Button>
        </Form>
      ) : (
        <WithoutSignIn {...props} />
      )}
    </>
  );
}

function WithoutSignIn(props: InvitationPageProps): JSX.Element {
  const { invitation, token, values, providers } = props;
  const address = `/invitation/${token}`;
  if (invitation.hasAccount) {
    return (
      <>
        <p>You have an account with this e-mail address. Sign in to it, and you can join.</p>
        <Button href={`/sign-in?next=${encodeURIComponent(address)}`}>Sign in</Button>
      </>
    );
  }
  return (
    <>
      <h2>Make your account</h2>
      <Form action={address} values={values}>
        <Field kind="text" name="name" label="Your name" autocomplete="name" />
        <NewPassword label="Password" />
        <Button>Join {invitation.organisation}</Button>
      </Form>
      {providers.length > 0 && (
        <>
          <h2>Or without a password</h2>
          <Buttons>
            {providers.map(({ key, name }) => (
              <Button
                key={key}
                kind="quiet"
                href={`/sign-in/with/${key}?next=/programmes&invitation=${token}`}
              >
                Join with {name}
              </Button>
            ))}
          </Buttons>
        </>
      )}
    </>
  );
}

const whoMayApply =
  'Charities, mutuals, social enterprises and companies may apply to any open programme on any ' +
  'day. What is asked of you stands on the page of the programme.';

/** Founding a provider. */
export function SignUpPage({
  isSignedIn,
  values,
}: Readonly<{ isSignedIn: boolean; values: FormValues }>): JSX.Element {
  return (
    <>
      <Heading lead={whoMayApply}>
        {isSignedIn ? 'Sign up another organisation' : 'Sign up as a provider'}
      </Heading>
      {isSignedIn && (
        <Notice tone="neutral">
          You are signed in. The organisation that you enter here is a further one, and you become
          its administrator.
        </Notice>
      )}
      <Form action="/sign-up" values={values}>
        <Field
          kind="text"
          name="organisation"
          label="Name of your organisation"
          hint="As it is registered."
          autocomplete="organization"
        />
        {!isSignedIn && (
          <>
            <Field kind="text" name="name" label="Your name" autocomplete="name" />
            <Field
              kind="email"
              name="email"
              label="Your e-mail address"
              hint="You sign in with it."
              autocomplete="username"
            />
            <NewPassword label="Password" />
          </>
        )}
        <Buttons>
          <Button>Sign up</Button>
          {!isSignedIn && <a href="/sign-in">Sign in instead</a>}
        </Buttons>
      </Form>
    </>
  );
}
