import type { JSX } from 'preact';
import type { Day as CalendarDay } from '../../calendar/index.ts';
import type { Answer as Given, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import { listOwnApplications } from '../../service/joining/index.ts';
import { hasDuty } from '../has-duty.ts';
import { Button, Buttons, Day, Facts, Form, Heading } from '../look/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { AnswersView } from './answers-view.tsx';
import { ApplicationStatus, type OwnApplication } from './application-status.tsx';
import { joinEdge, shownTitle } from './join-edge.ts';
import type { JoiningForm } from './joining-field.tsx';
import { JoiningSteps } from './joining-steps.tsx';

/** An application that was sent, as the applicant sees it. */
export async function showSent(
  visit: Visit,
  form: JoiningForm,
  problems: readonly Problem[],
): Promise<Given> {
  const found = await visit.perform(listOwnApplications, {});
  if (!found.ok) return showRefused(visit, found.problems);
  const application = found.value.applications.find(
    ({ programme }) => programme === form.programme,
  );
  if (application === undefined) return showRefused(visit, []);
  const isWaiting = application.state === 'applied';
  return showPage(
    visit,
    { title: 'Your application', problems, ...joinEdge(form) },
    <>
      <Heading kind={shownTitle(form)}>Your application</Heading>
      <JoiningSteps programme={form.programme} here="decision" />
      <Standing application={application} />
      {application.state === 'admitted' && (
        <p>
          <Button href={`/programmes/${form.programme}/provider`}>Your place in it</Button>
        </p>
      )}
      <h2>What you sent</h2>
      <AnswersView answers={form.answers.filter(({ field }) => field !== 'agreement')} />
      {isWaiting && <Withdrawal visit={visit} />}
    </>,
  );
}

function Standing({ application }: Readonly<{ application: OwnApplication }>): JSX.Element {
  const { appliedOn, decideBy } = application;
  return (
    <Facts
      facts={[
        { name: 'State', value: <ApplicationStatus application={application} /> },
        ...(appliedOn === undefined
          ? []
          : [{ name: 'Sent', value: <Day day={appliedOn as CalendarDay} /> }]),
        ...(decideBy === undefined
          ? []
          : [{ name: 'To be decided by', value: <Day day={decideBy as CalendarDay} /> }]),
      ]}
    />
  );
}

function Withdrawal({ visit }: Readonly<{ visit: Visit }>): JSX.Element | null {
  if (!hasDuty(visit, 'administrator')) return null;
  return (
    <Form action={`/programmes/${visit.params.programme}/join/withdraw`} name="withdraw">
      <p>You may take it back until it is decided, change it, and apply again.</p>
      <Buttons>
        <Button kind="quiet">Withdraw the application</Button>
      </Buttons>
    </Form>
  );
}
