import type { JSX } from 'preact';
import type { Static } from 'typebox';
import { attachPerson, endStay, type participantRecord } from '../../service/people/index.ts';
import { referralStates } from '../facts/index.ts';
import { DayOf, Empty, Status, Table } from '../look/index.ts';
import type { OwnProgramme } from '../programmes/index.ts';
import { useMayDo } from '../visit-context.ts';
import { referralAddress } from './address.ts';

type Record = Static<(typeof participantRecord)['output']>;
type Referral = Record['referrals'][number];

export type WithWhomProps = Readonly<{ programme: OwnProgramme; record: Record }>;

/** The providers that a participant was sent to, and what is left to do with each. */
export function WithWhom({ programme, record }: WithWhomProps): JSX.Element {
  return (
    <Table
      caption="With whom"
      onPhone="lines"
      columns={[
        { label: 'Provider' },
        { label: 'Since', isSaidInLine: true },
        { label: 'Stands', inLine: 'end' },
        { label: 'What to do', isUnseen: true, inLine: 'under-end' },
      ]}
      rows={record.referrals.map((each) => ({
        key: each.referral,
        cells: [
          each.provider,
          <DayOf key="at" at={each.at} />,
          <Status key="state" tone={each.state === 'attached' ? 'good' : 'neutral'}>
            {referralStates[each.state] ?? each.state}
          </Status>,
          <Next key="next" programme={programme} referral={each} />,
        ],
      }))}
      empty={<Empty title="Nobody was asked to work with them here" />}
    />
  );
}

type NextProps = Readonly<{ programme: OwnProgramme; referral: Referral }>;

function Next({ programme: { programme, parts }, referral }: NextProps): JSX.Element | null {
  const mayDo = useMayDo();
  const { state } = referral;
  const isToAnswer = state === 'made' && parts.includes('provider') && mayDo(attachPerson);
  const isToEnd = state === 'attached' && mayDo(endStay);
  if (!isToAnswer && !isToEnd) return null;
  return (
    <a href={referralAddress({ programme, ...referral })}>
      {isToAnswer ? 'Answer' : 'End the stay'}
      <span class="unseen"> with {referral.provider}</span>
    </a>
  );
}
