import type { JSX } from 'preact';
import { Button, Buttons, Field, Form, type FormValues, Heading, Table } from '../look/index.ts';
import { dutyName, dutyOptions } from './duty-words.ts';
import { LimitFields } from './invite-page.tsx';
import { DutyList, type OwnOrganisation } from './organisation-page.tsx';

export type MemberPageProps = Readonly<{
  member: OwnOrganisation['members'][number];
  isOneself: boolean;
  values: FormValues;
}>;

/** One member: duties to give, to take away, and the end of the membership. */
export function MemberPage({ member, isOneself, values }: MemberPageProps): JSX.Element {
  const { account, name, email, duties } = member;
  const address = `/organisation/members/${account}`;
  // A publisher may be given the duty anew, with another limit.
  const others = dutyOptions.filter(
    ({ value }) => value === 'publisher' || !duties.some(({ duty }) => duty === value),
  );
  return (
    <>
      <Heading kind="Member" lead={email}>
        {name}
      </Heading>
      <Table
        caption="Duties"
        columns={[{ label: 'Duty' }, { label: 'Take away', isUnseen: true }]}
        rows={duties.map((held) => ({
          key: held.duty,
          cells: [
            <DutyList key="duty" duties={[held]} />,
            <Form key="take" action={`${address}/take`} name={`take-${held.duty}`}>
              <input type="hidden" name="duty" value={held.duty} />
              <Button kind="quiet">
                {isOneself ? 'Lay down' : 'Take away'}
                <span class="unseen"> {dutyName(held.duty)}</span>
              </Button>
            </Form>,
          ],
        }))}
        empty={<p>No duties.</p>}
      />
      {isOneself ? (
        <p>Nobody gives duties to themselves: another administrator can give you one.</p>
      ) : (
        <>
          <h2>Give a duty</h2>
          <Form action={`${address}/give`} name="give" values={{ currency: 'GBP', ...values }}>
            <Field kind="radios" name="duty" label="Duty" options={others} />
            <LimitFields />
            <Button>Give the duty</Button>
          </Form>
          <h2>End the membership</h2>
          <p>
            Their duties, tokens and sign-ins for this organisation end. What they did stays in the
            record.
          </p>
          <Form action={`${address}/end`} name="end">
            <Buttons>
              <Button kind="grave">End the membership of {name}</Button>
              <a href="/organisation">Back to the organisation</a>
            </Buttons>
          </Form>
        </>
      )}
    </>
  );
}
