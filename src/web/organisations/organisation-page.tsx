import type { JSX } from 'preact';
import type { Static } from 'typebox';
import { formatMoney, unitsOfMajor } from '../../money/index.ts';
import type { readOrganisation } from '../../service/organisations/index.ts';
import { readRecord } from '../../service/record/index.ts';
import {
  Button,
  Buttons,
  Copy,
  DayOf,
  Empty,
  Facts,
  Form,
  Heading,
  Moment,
  Table,
} from '../look/index.ts';
import { useMayDo } from '../visit-context.ts';
import { dutyName, withCapital } from './duty-words.ts';

/** An organisation as the service tells it to one of its members. */
export type OwnOrganisation = Static<typeof readOrganisation.output>;

export type OrganisationPageProps = Readonly<{
  organisation: OwnOrganisation;
  /** Whether whoever reads gives duties here. */
  isAdministrator: boolean;
}>;

/** The organisation, its members and their duties, and who is invited. */
export function OrganisationPage(props: OrganisationPageProps): JSX.Element {
  const { organisation, isAdministrator } = props;
  return (
    <>
      <Heading
        kind="Organisation"
        actions={isAdministrator && <Button href="/organisation/invite">Invite somebody</Button>}
      >
        {organisation.name}
      </Heading>
      <Facts
        facts={[
          {
            name: 'Reference',
            value: (
              <>
                <code class="hash">{organisation.id}</code> <Copy text={organisation.id} />
              </>
            ),
          },
        ]}
      />
      <p>Give it to a commissioner who is to let you take part in a programme.</p>
      <h2>Members</h2>
      <Members {...props} />
      {isAdministrator && <Invitations organisation={organisation} />}
      <RecordKept />
      <h2>Leaving</h2>
      <p>
        <a href="/organisation/leave">Leave {organisation.name}</a>
      </p>
    </>
  );
}

function RecordKept(): JSX.Element | null {
  const mayDo = useMayDo();
  if (!mayDo(readRecord)) return null;
  return (
    <>
      <h2>The record</h2>
      <p>
        <a href="/record">What was done, and whether it holds</a>
      </p>
    </>
  );
}

function Members({ organisation, isAdministrator }: OrganisationPageProps): JSX.Element {
  const { members } = organisation;
  return (
    <Table
      caption="Members"
      isCaptionUnseen
      onPhone="lines"
      columns={[
        { label: 'Name' },
        ...(isAdministrator ? [{ label: 'E-mail address' }] : []),
        { label: 'Duties', inLine: 'across' },
        { label: 'Since', isSaidInLine: true },
        ...(isAdministrator ? [{ label: 'Change', isUnseen: true, inLine: 'end' as const }] : []),
      ]}
      rows={members.map(({ account, name, email, joinedAt, duties }) => ({
        key: account,
        cells: [
          name,
          ...(isAdministrator ? [email ?? ''] : []),
          <DutyList key="duties" duties={duties} />,
          <DayOf key="since" at={joinedAt} />,
          ...(isAdministrator
            ? [
                <a key="change" href={`/organisation/members/${account}`}>
                  Change<span class="unseen"> {name}</span>
                </a>,
              ]
            : []),
        ],
      }))}
      empty={<Empty title="No members" />}
    />
  );
}

type Duties = OwnOrganisation['members'][number]['duties'];

/** Duties in words, a publisher's with the limit. */
export function DutyList({ duties }: Readonly<{ duties: Duties }>): JSX.Element {
  if (duties.length === 0) return <>None</>;
  const words = duties.map(({ duty, limit }) =>
    limit === undefined ? dutyName(duty) : `${dutyName(duty)} up to ${amountOf(limit)}`,
  );
  return <>{withCapital(words.join(', '))}</>;
}

function amountOf({ amount, currency }: NonNullable<Duties[number]['limit']>): string {
  return formatMoney({ units: unitsOfMajor(amount), currency });
}

function Invitations({ organisation }: Pick<OrganisationPageProps, 'organisation'>): JSX.Element {
  return (
    <section>
      <h2>Invitations</h2>
      <Table
        caption="Invitations that nobody has taken"
        isCaptionUnseen
        columns={[
          { label: 'To' },
          { label: 'Duties' },
          { label: 'Runs out' },
          { label: 'Withdraw', isUnseen: true },
        ]}
        rows={organisation.invitations.map(({ id, email, duties, endsAt }) => ({
          key: id,
          cells: [
            email,
            <DutyList key="duties" duties={duties} />,
            <Moment key="ends" at={endsAt} />,
            <Form
              key="withdraw"
              action="/organisation/invitations/withdraw"
              name={`invitation-${id}`}
            >
              <input type="hidden" name="invitation" value={id} />
              <Button kind="quiet">
                Withdraw<span class="unseen"> the invitation to {email}</span>
              </Button>
            </Form>,
          ],
        }))}
        empty={
          <Empty title="Nobody is invited just now">
            <p>Whoever is invited gets a link from you, which can be taken once within a week.</p>
          </Empty>
        }
      />
    </section>
  );
}

/** Which organisation to act for. */
export function ChoosePage({
  organisations,
  next,
}: Readonly<{
  organisations: readonly Readonly<{ id: string; name: string }>[];
  next: string;
}>): JSX.Element {
  return (
    <>
      <Heading lead="What you see and do is for one organisation at a time.">
        Which organisation do you act for?
      </Heading>
      <Form action="/organisation/choose" name="choose">
        <input type="hidden" name="next" value={next} />
        <Buttons>
          {organisations.map(({ id, name }) => (
            <Button key={id} kind="quiet" name="organisation" value={id}>
              {name}
            </Button>
          ))}
        </Buttons>
      </Form>
    </>
  );
}
