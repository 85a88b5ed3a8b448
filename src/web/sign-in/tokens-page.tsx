import type { JSX } from 'preact';
import { tokenScopes } from '../../service/sign-in/index.ts';
import {
  Button,
  Buttons,
  Copy,
  Field,
  Form,
  type FormValues,
  Heading,
  Moment,
  Notice,
} from '../look/index.ts';

const lengths = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
];

const whatItDoes =
  'A program with it acts as you, for the organisation that you act for now, and never beyond ' +
  'your duties there.';

/** What a new token is to be for. */
export function NewTokenPage({ values }: Readonly<{ values: FormValues }>): JSX.Element {
  return (
    <>
      <Heading lead={whatItDoes}>Make a token</Heading>
      <Form action="/account/tokens" values={{ days: '90', ...values }}>
        <Field
          kind="text"
          name="name"
          label="What it is for"
          hint="So that you know it again, as in “Nightly attendance export”."
        />
        <Field
          kind="checkboxes"
          name="scopes"
          label="What it may do"
          options={tokenScopes.map(({ scope, what }) => ({ value: scope, label: what }))}
        />
        <Field kind="radios" name="days" label="How long it lasts" options={lengths} />
        <Buttons>
          <Button>Make the token</Button>
          <a href="/account">Back to your account</a>
        </Buttons>
      </Form>
    </>
  );
}

/** A token, this once. */
export function MadeTokenPage({
  token,
  endsAt,
}: Readonly<{ token: string; endsAt: string }>): JSX.Element {
  return (
    <>
      <Heading>The token is made</Heading>
      <Notice tone="attention" title="It is shown this once, and kept nowhere." isNews>
        <p>Put it where the program finds it, and where nobody else does.</p>
      </Notice>
      <p>
        <code class="secret">{token}</code> <Copy text={token} />
      </p>
      <p>
        It is sent as <code>Authorization: Bearer …</code> and ends on <Moment at={endsAt} />.
      </p>
      <Buttons>
        <Button href="/account">Back to your account</Button>
      </Buttons>
    </>
  );
}
