import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { readOwnAccount } from '../../service/sign-in/index.ts';
import {
  Button,
  Buttons,
  Empty,
  Facts,
  Form,
  Heading,
  Moment,
  Status,
  Table,
} from '../look/index.ts';
import { browserName } from './browser-name.ts';

/** One's own account as the service tells it. */
export type OwnAccount = Static<typeof readOwnAccount.output>;

/** What the page of one's own account shows beside it. */
export type AccountPageProps = Readonly<{
  own: OwnAccount;
  hasPasskeys: boolean;
  providers: readonly Readonly<{ key: string; name: string }>[];
  /** Stands in links that tie the account to another service. */
  tie: string;
}>;

/** One's own account: ways of signing in, where one is signed in, tokens. */
export function AccountPage({ own, hasPasskeys, ...ties }: AccountPageProps): JSX.Element {
  return (
    <>
      <Heading>Your account</Heading>
      <Facts
        facts={[
          { name: 'Name', value: own.name, change: { label: 'Change', href: '/account/name' } },
          {
            name: 'E-mail address',
            value: own.email,
            change: { label: 'Change', href: '/account/email' },
          },
          {
            name: 'Password',
            value: own.hasPassword ? 'Set' : 'None',
            change: { label: own.hasPassword ? 'Change' : 'Set one', href: '/account/password' },
          },
        ]}
      />
      {hasPasskeys && <Passkeys own={own} />}
      {ties.providers.length > 0 && <Identities own={own} {...ties} />}
      <SignIns own={own} />
      <Tokens own={own} />
    </>
  );
}

type OwnProps = Readonly<{ own: OwnAccount }>;

function Passkeys({ own }: OwnProps): JSX.Element {
  return (
    <section>
      <h2>Passkeys</h2>
      <Table
        caption="Passkeys"
        isCaptionUnseen
        columns={[
          { label: 'Name' },
          { label: 'Added' },
          { label: 'Last used' },
          { label: 'Remove', isUnseen: true },
        ]}
        rows={own.passkeys.map(({ id, name, madeAt, usedAt }, at) => ({
          key: id,
          cells: [
            name,
            <Moment key="made" at={madeAt} />,
            usedAt === null ? 'Not yet' : <Moment key="used" at={usedAt} />,
            <EndForm key="end" action="/account/passkeys/remove" name={`passkey-${at}`}>
              <Ending field="passkey" value={id} words="Remove" of={name} />
            </EndForm>,
          ],
        }))}
        empty={
          <Empty title="No passkeys yet">
            <p>With a passkey you sign in by fingerprint, face or the code of your device.</p>
          </Empty>
        }
      />
      <Form action="/account/passkeys" name="add-passkey">
        <Button kind="quiet">Add a passkey</Button>
      </Form>
    </section>
  );
}

function Identities({
  own,
  providers,
  tie,
}: OwnProps & Pick<AccountPageProps, 'providers' | 'tie'>): JSX.Element {
  return (
    <section>
      <h2>Other services that know you</h2>
      <Facts
        facts={providers.map(({ key, name }) => {
          const isTied = own.identities.some(({ provider }) => provider === key);
          return {
            name,
            value: isTied ? (
              <EndForm action="/account/identities/remove" name={`identity-${key}`}>
                <Status tone="good">You sign in with it</Status>
                <Ending field="provider" value={key} words="Untie" of={name} />
              </EndForm>
            ) : (
              <Button kind="quiet" href={`/sign-in/with/${key}?tie=${tie}`}>
                Sign in with {name} from now on
              </Button>
            ),
          };
        })}
      />
    </section>
  );
}

function SignIns({ own }: OwnProps): JSX.Element {
  return (
    <section>
      <h2>Where you are signed in</h2>
      <Table
        caption="Where you are signed in"
        isCaptionUnseen
        columns={[
          { label: 'Browser' },
          { label: 'Since' },
          { label: 'Last used' },
          { label: 'End', isUnseen: true },
        ]}
        rows={own.signIns.map(({ id, agent, madeAt, seenAt, isThis }) => ({
          key: id,
          cells: [
            browserName(agent),
            <Moment key="made" at={madeAt} />,
            <Moment key="seen" at={seenAt} />,
            isThis ? (
              <Status key="this" tone="good">
                This one
              </Status>
            ) : (
              <EndForm key="end" action="/account/sign-ins/end" name={`sign-in-${id}`}>
                <Ending field="signIn" value={id} words="End" of={browserName(agent)} />
              </EndForm>
            ),
          ],
        }))}
        empty={<Empty title="Nowhere" />}
      />
    </section>
  );
}

function Tokens({ own }: OwnProps): JSX.Element {
  return (
    <section>
      <h2>Tokens for programs</h2>
      <Table
        caption="Tokens for programs"
        isCaptionUnseen
        columns={[
          { label: 'For' },
          { label: 'Organisation' },
          { label: 'Scopes' },
          { label: 'Ends' },
          { label: 'Last used' },
          { label: 'End', isUnseen: true },
        ]}
        rows={own.tokens.map(({ id, name, organisationName, scopes, endsAt, usedAt }) => ({
          key: id,
          cells: [
            name,
            organisationName,
            scopes.join(', '),
            <Moment key="ends" at={endsAt} />,
            usedAt === null ? 'Not yet' : <Moment key="used" at={usedAt} />,
            <EndForm key="end" action="/account/tokens/end" name={`token-${id}`}>
              <Ending field="token" value={id} words="End" of={name} />
            </EndForm>,
          ],
        }))}
        empty={
          <Empty title="No tokens">
            <p>A program sends facts or reads results under a token of yours.</p>
          </Empty>
        }
      />
      <Buttons>
        <Button kind="quiet" href="/account/tokens">
          Make a token
        </Button>
      </Buttons>
    </section>
  );
}

type EndFormProps = Readonly<{
  action: string;
  name: string;
  children: JSX.Element | JSX.Element[];
}>;

function EndForm({ action, name, children }: EndFormProps): JSX.Element {
  return (
    <Form action={action} name={name}>
      {children}
    </Form>
  );
}

type EndingProps = Readonly<{ field: string; value: string; words: string; of: string }>;

function Ending({ field, value, words, of }: EndingProps): JSX.Element {
  return (
    <>
      <input type="hidden" name={field} value={value} />
      <Button kind="quiet">
        {words}
        <span class="unseen"> {of}</span>
      </Button>
    </>
  );
}
