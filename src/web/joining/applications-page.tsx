import type { JSX } from 'preact';
import type { Day as CalendarDay } from '../../calendar/index.ts';
import type { Answer as Given, Visit } from '../../http/index.ts';
import { listOwnApplications } from '../../service/joining/index.ts';
import { Day, Empty, Heading, Table } from '../look/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { ApplicationStatus, type OwnApplication } from './application-status.tsx';

/** The applications of the organisation that is acted for. */
export async function showOwnApplications(visit: Visit): Promise<Given> {
  const found = await visit.perform(listOwnApplications, {});
  if (!found.ok) return showRefused(visit, found.problems);
  return showPage(
    visit,
    { title: 'Your applications', width: 'wide' },
    <>
      <Heading lead="A provider may apply to any open programme on any day.">
        Your applications
      </Heading>
      <Table
        caption="Your applications"
        isCaptionUnseen
        onPhone="lines"
        columns={[
          { label: 'Programme' },
          { label: 'State', inLine: 'end' },
          { label: 'Sent', isSaidInLine: true },
          { label: 'To be decided by', isSaidInLine: true },
        ]}
        rows={found.value.applications.map((application) => ({
          key: application.programme,
          cells: cellsOf(application),
        }))}
        empty={
          <Empty title="Your organisation has applied nowhere so far">
            <p>
              Look at the <a href="/">open programmes</a>, and choose one to join.
            </p>
          </Empty>
        }
      />
    </>,
  );
}

function cellsOf(application: OwnApplication) {
  const { programme, name, appliedOn, decideBy, state } = application;
  return [
    <a key="name" href={addressOf(application)}>
      {name}
    </a>,
    <State key="state" application={application} />,
    appliedOn === undefined ? '' : <Day key="sent" day={appliedOn as CalendarDay} />,
    decideBy === undefined || state !== 'applied' ? (
      ''
    ) : (
      <Day key={programme} day={decideBy as CalendarDay} />
    ),
  ];
}

function addressOf({ programme, state }: OwnApplication): string {
  return state === 'admitted'
    ? `/programmes/${programme}/provider`
    : `/programmes/${programme}/join`;
}

function State({ application }: Readonly<{ application: OwnApplication }>): JSX.Element {
  const { reasons = [] } = application;
  return (
    <>
      <ApplicationStatus application={application} />
      {reasons.length > 0 && (
        <ul>
          {reasons.map(({ condition, sentence, words }) => (
            <li key={condition}>
              {words}: “{sentence}”
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
