import type { JSX } from 'preact';
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
import { dutyOptions } from './duty-words.ts';

/** Who is invited, and to do what. */
export function InvitePage({ values }: Readonly<{ values: FormValues }>): JSX.Element {
  return (
    <>
      <Heading lead="You get a link to hand over. It can be taken once, within a week.">
        Invite somebody
      </Heading>
      <Form action="/organisation/invite" values={{ currency: 'GBP', ...values }}>
        <Field kind="email" name="email" label="Their e-mail address" />
        <Field
          kind="checkboxes"
          name="duties"
          label="What they are to do"
          hint="Duties are separate: who prepares something does not also approve it."
          options={dutyOptions}
        />
        <LimitFields />
        <Buttons>
          <Button>Make the invitation</Button>
          <a href="/organisation">Back to the organisation</a>
        </Buttons>
      </Form>
    </>
  );
}

/** The most that a publisher may bind the organisation to. */
export function LimitFields(): JSX.Element {
  return (
    <>
      <h2>For a publisher</h2>
      <Field
        kind="number"
        name="limit"
        label="The most a page may be worth in all"
        hint="Leave it empty where they may publish any page."
        isOptional
      />
      <Field kind="text" name="currency" label="Currency, by its code" width="short" />
    </>
  );
}

/** The link, this once. */
export function InvitedPage({
  email,
  link,
  endsAt,
}: Readonly<{ email: string; link: string; endsAt: string }>): JSX.Element {
  return (
    <>
      <Heading>The invitation is made</Heading>
      <Notice tone="attention" title="The link is shown this once, and kept nowhere." isNews>
        <p>Hand it over to {email} yourself, in a way that you trust.</p>
      </Notice>
      <p>
        <code class="secret">{link}</code> <Copy text={link} />
      </p>
      <p>
        It can be taken once, until <Moment at={endsAt} />.
      </p>
      <Buttons>
        <Button href="/organisation">Back to the organisation</Button>
      </Buttons>
    </>
  );
}
