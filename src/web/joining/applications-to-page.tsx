import type { Day as CalendarDay } from '../../calendar/index.ts';
import type { Answer as Given, Visit } from '../../http/index.ts';
import { listApplications } from '../../service/joining/index.ts';
import { Day, Empty, Heading, Table } from '../look/index.ts';
import { ProgrammeTabs } from '../programmes/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { ApplicationStatus } from './application-status.tsx';
import { findHead, ownEdge, ownName } from './programme-head.ts';

/** The applications to a programme, for whoever decides. */
export async function showApplications(visit: Visit): Promise<Given> {
  const head = await findHead(visit);
  if (!head.ok) return head.answer;
  const { own } = head;
  const { programme } = own;
  const found = await visit.perform(listApplications, { programme });
  if (!found.ok) return showRefused(visit, found.problems);
  return showPage(
    visit,
    { title: 'Applications', width: 'wide', ...ownEdge(own) },
    <>
      <ProgrammeTabs programme={programme} parts={own.parts} here="providers" />
      <Heading
        kind={ownName(own)}
        lead="Those that wait stand first, in the order in which they were sent."
      >
        Applications to join
      </Heading>
      <Table
        caption="Applications to join"
        isCaptionUnseen
        onPhone="lines"
        columns={[
          { label: 'Applicant' },
          { label: 'State', inLine: 'end' },
          { label: 'Sent', isSaidInLine: true },
          { label: 'To be decided by', isSaidInLine: true },
          { label: 'Decided', isSaidInLine: true },
        ]}
        rows={found.value.applications.map((application) => {
          const { organisation, number, name, appliedOn, decideBy, decidedOn } = application;
          const at = `/programmes/${programme}/applications/${organisation}/${number}`;
          return {
            key: `${organisation} ${number}`,
            cells: [
              <a key="name" href={at}>
                {name}
              </a>,
              <ApplicationStatus key="state" application={application} />,
              dayOrNothing(appliedOn),
              dayOrNothing(decideBy),
              dayOrNothing(decidedOn),
            ],
          };
        })}
        empty={
          <Empty title="Nobody has applied so far">
            <p>Any provider may apply on any day from the public page of the programme.</p>
          </Empty>
        }
      />
    </>,
  );
}

function dayOrNothing(day: string | undefined) {
  return day === undefined ? '' : <Day key="day" day={day as CalendarDay} />;
}
