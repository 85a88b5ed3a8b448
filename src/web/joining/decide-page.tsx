import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Day as CalendarDay } from '../../calendar/index.ts';
import type { Answer as Given, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import { mayDo } from '../../service/access/index.ts';
import {
  admitApplication,
  giveDocument,
  readApplication,
  reasonCodes,
  reasonWords,
  refuseApplication,
} from '../../service/joining/index.ts';
import { formText } from '../form-text.ts';
import { hasDuty } from '../has-duty.ts';
import {
  Button,
  Buttons,
  Confirm,
  Day,
  Facts,
  Field,
  Form,
  Heading,
  Notice,
  Status,
} from '../look/index.ts';
import { ProgrammeTabs } from '../programmes/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { AnswersView } from './answers-view.tsx';
import { ApplicationStatus } from './application-status.tsx';
import { findHead, ownEdge, ownName } from './programme-head.ts';

type Application = Static<(typeof readApplication)['output']>;
type Condition = Application['conditions'][number];

/** An application beside the conditions of the page, and the decision by them. */
export async function showDeciding(
  visit: Visit,
  problems: readonly Problem[] = [],
): Promise<Given> {
  const head = await findHead(visit);
  if (!head.ok) return head.answer;
  const { own } = head;
  const found = await visit.perform(readApplication, whichOf(visit));
  if (!found.ok) return showRefused(visit, found.problems);
  const application = found.value;
  const { organisationName, conditions } = application;
  // Whoever audits reads what was answered; documents are for whoever decides.
  const documentsAt = mayDo(giveDocument, visit.actor).ok
    ? `/programmes/${own.programme}/joining-documents`
    : undefined;
  return showPage(
    visit,
    { title: `Application of ${organisationName}`, problems, ...ownEdge(own) },
    <>
      <ProgrammeTabs programme={own.programme} parts={own.parts} here="providers" />
      <Heading kind={`Application to ${ownName(own)}`}>{organisationName}</Heading>
      <Summary application={application} />
      <h2>The conditions of the page</h2>
      {conditions.map((condition) => (
        <Beside key={condition.key} condition={condition} documentsAt={documentsAt} />
      ))}
      <h2>Who applies and what it offers</h2>
      <AnswersView answers={application.answers} documentsAt={documentsAt} />
      <Deciding visit={visit} application={application} />
    </>,
  );
}

function whichOf(visit: Visit) {
  const { programme = '', organisation = '', number } = visit.params;
  return { programme, organisation, number: Number(number) };
}

function addressOf(visit: Visit): string {
  const { programme, organisation, number } = whichOf(visit);
  return `/programmes/${programme}/applications/${organisation}/${number}`;
}

function Summary({ application }: Readonly<{ application: Application }>): JSX.Element {
  const { appliedOn, decideBy, decidedOn, reasons = [], pageHash } = application;
  const day = (name: string, on: string | undefined) =>
    on === undefined ? [] : [{ name, value: <Day day={on as CalendarDay} /> }];
  return (
    <>
      <Facts
        facts={[
          { name: 'State', value: <ApplicationStatus application={application} /> },
          ...day('Sent', appliedOn),
          ...day('To be decided by', decideBy),
          ...day('Decided', decidedOn),
          { name: 'Agreed to the page', value: <code>{pageHash.slice(0, 15)}…</code> },
        ]}
      />
      {reasons.length > 0 && (
        <Notice tone="neutral" title="Refused, because">
          <ul>
            {reasons.map(({ condition, sentence, words }) => (
              <li key={condition}>
                {words}: “{sentence}”
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

type BesideProps = Readonly<{ condition: Condition; documentsAt: string | undefined }>;

function Beside({ condition, documentsAt }: BesideProps): JSX.Element {
  const { sentence, standing, answers, problems } = condition;
  return (
    <section class="joining-condition">
      <h3>{sentence}</h3>
      <p>
        <Met standing={standing} />
      </p>
      {problems.map(({ code, message, at }) => (
        <p key={`${code} ${at.field}`}>{message}</p>
      ))}
      <AnswersView answers={answers} documentsAt={documentsAt} />
    </section>
  );
}

function Met({ standing }: Readonly<{ standing: Condition['standing'] }>): JSX.Element {
  switch (standing) {
    case 'met':
      return <Status tone="good">Met by what was answered</Status>;
    case 'not_met':
      return <Status tone="bad">Not met</Status>;
    case 'for_the_commissioner':
      return <Status tone="neutral">The form asks nothing for this</Status>;
  }
}

type DecidingProps = Readonly<{ visit: Visit; application: Application }>;

function Deciding({ visit, application }: DecidingProps): JSX.Element | null {
  if (!hasDuty(visit, 'commissioner') || application.state !== 'applied') return null;
  return (
    <section id="decision">
      <h2>Decide</h2>
      <p>
        By the conditions of the page and nothing else. Whether a number stands in its register, and
        what a document says, is for you to look at.
      </p>
      <Confirm
        action={`${addressOf(visit)}/admit`}
        button="Admit this provider"
        otherwise={{
          label: 'Not now',
          href: `/programmes/${visit.params.programme}/applications`,
        }}
      >
        <Field
          kind="text"
          name="name"
          label="How facts and statements name it"
          value={formText(visit, 'name') || application.name}
        />
      </Confirm>
      <Refusing visit={visit} application={application} />
    </section>
  );
}

// Folded away, so that nobody refuses in passing; it stays open for whoever is at it.
function Refusing({ visit, application }: DecidingProps): JSX.Element {
  const isAtIt = visit.url.endsWith('/refuse');
  return (
    <details class="folded" open={isAtIt}>
      <summary>Refuse by conditions that are not met</summary>
      <Form action={`${addressOf(visit)}/refuse`} name="refuse" values={visit.form}>
        {application.conditions.map(({ key, sentence }, at) => (
          <Field
            key={key}
            kind="select"
            name={reasonField(at)}
            label={sentence}
            empty="Nothing against this"
            width="full"
            isOptional
            options={reasonCodes.map((code) => ({ value: code, label: reasonWords[code] }))}
          />
        ))}
        <Buttons>
          <Button kind="grave">Refuse this application</Button>
        </Buttons>
      </Form>
    </details>
  );
}

function reasonField(at: number): string {
  return `reason-${at + 1}`;
}

/** Admits the applicant. */
export async function takeAdmission(visit: Visit): Promise<Given> {
  const name = formText(visit, 'name').trim();
  const input = { ...whichOf(visit), ...(name === '' ? {} : { name }) };
  const done = await visit.perform(admitApplication, input);
  if (!done.ok) return showDeciding(visit, done.problems);
  const say = `${done.value.name} is admitted.`;
  return { kind: 'go', to: `/programmes/${visit.params.programme}/providers`, say };
}

/** Refuses it, by each condition for which a reason was chosen. */
export async function takeRefusal(visit: Visit): Promise<Given> {
  const found = await visit.perform(readApplication, whichOf(visit));
  if (!found.ok) return showRefused(visit, found.problems);
  const reasons = found.value.conditions.flatMap(({ key }, at) => {
    const reason = formText(visit, reasonField(at));
    return reason === '' ? [] : [{ condition: key, reason }];
  });
  const done = await visit.perform(refuseApplication, { ...whichOf(visit), reasons });
  if (!done.ok) return showDeciding(visit, done.problems);
  const to = `/programmes/${visit.params.programme}/applications`;
  return { kind: 'go', to, say: 'The application is refused. The applicant reads why.' };
}
