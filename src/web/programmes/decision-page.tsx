import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Day as CalendarDay } from '../../calendar/index.ts';
import type { Answer, Visit } from '../../http/index.ts';
import { unitsOfMajor } from '../../money/index.ts';
import type { Problem } from '../../problem/index.ts';
import {
  compareVersion,
  publishPage,
  readProgramme,
  readPutForward,
  refuseVersion,
  requestComparison,
  withdrawVersion,
} from '../../service/programmes/index.ts';
import { formText } from '../form-text.ts';
import { hasDuty } from '../has-duty.ts';
import {
  Button,
  Buttons,
  Confirm,
  Contract,
  Day,
  DayOf,
  Facts,
  Field,
  Form,
  Heading,
  Money,
} from '../look/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { type Asking, DifferenceView } from './difference-view.tsx';
import { ProgrammeTabs } from './programme-tabs.tsx';
import { reasonWords } from './reason-words.ts';
import { State } from './versions-page.tsx';

type PutForward = Static<(typeof readPutForward)['output']>;
type Compared = Static<(typeof compareVersion)['output']>;

/** A page that was put forward: what it changes, what it says, and the decision upon it. */
export async function showDecision(
  visit: Visit,
  problems: readonly Problem[] = [],
): Promise<Answer> {
  const { programme = '', number } = visit.params;
  const asked = { programme, number: Number(number) };
  const own = await visit.perform(readProgramme, { programme });
  if (!own.ok) return showRefused(visit, own.problems);
  const found = await visit.perform(readPutForward, asked);
  if (!found.ok) return showRefused(visit, found.problems);
  const compared = await visit.perform(compareVersion, asked);
  if (!compared.ok) return showRefused(visit, compared.problems);
  const page = found.value;
  const { isAboutSafety, neutralName, parts } = own.value;
  return showPage(
    visit,
    {
      title: `${page.title}, version ${page.version}`,
      width: 'wide',
      problems,
      ...(isAboutSafety ? { neutralName } : {}),
    },
    <>
      <ProgrammeTabs programme={programme} parts={parts} here="versions" />
      <Heading kind={`Put forward as version ${page.version}`}>{page.title}</Heading>
      <Summary page={page} programme={programme} />
      <DifferenceView compared={compared.value} ask={compareAt(visit, page)} />
      <h2>The page</h2>
      <Contract
        text={page.text}
        version={page.version}
        hashes={{ contract: page.contractHash, page: page.pageHash }}
        isWithin
      />
      {page.state === 'prepared' && (
        <Decision visit={visit} page={page} compared={compared.value} />
      )}
    </>,
  );
}

/** Where its money is asked for, by whoever may. */
function compareAt(visit: Visit, { number }: PutForward): Asking | undefined {
  const isFor = hasDuty(visit, 'publisher') || hasDuty(visit, 'commissioner');
  if (!isFor) return undefined;
  return { action: `/programmes/${visit.params.programme}/put-forward/${number}/compare` };
}

type SummaryProps = Readonly<{ page: PutForward; programme: string }>;

function Summary({ page, programme }: SummaryProps): JSX.Element {
  const { worth, currency } = page;
  const sheet = `/programmes/${programme}/put-forward/${page.number}/sheet`;
  return (
    <Facts
      facts={[
        { name: 'State', value: <State state={page.state} /> },
        { name: 'Put forward', value: <DayOf at={page.preparedAt} /> },
        { name: 'Counts from', value: <Day day={page.countsFrom as CalendarDay} /> },
        {
          name: 'May pay in all',
          value:
            worth === undefined ? (
              'The page says no limit'
            ) : (
              <Money money={{ units: unitsOfMajor(worth), currency }} />
            ),
        },
        { name: 'Sheet for signing', value: <a href={sheet}>PDF</a> },
      ]}
    />
  );
}

type DecisionProps = Readonly<{ visit: Visit; page: PutForward; compared: Compared }>;

function Decision({ visit, page, compared }: DecisionProps): JSX.Element {
  const at = `/programmes/${visit.params.programme}/put-forward/${page.number}`;
  const shown = compared.difference?.hash;
  return (
    <section id="decision">
      <h2>Decide</h2>
      {hasDuty(visit, 'publisher') && (
        <>
          <Confirm
            action={`${at}/publish`}
            given={{ pageHash: page.pageHash, ...(shown === undefined ? {} : { shown }) }}
            button={`Publish version ${page.version}`}
            otherwise={{
              label: 'Not now',
              href: `/programmes/${visit.params.programme}/versions`,
            }}
          >
            <p>
              From then on it is public and binds. It is recorded that you have read the page whose
              hash ends in <code>{page.pageHash.slice(-8)}</code>
              {shown === undefined ? '' : ', and that you were shown what it changes'}.
            </p>
          </Confirm>
          <Form action={`${at}/refuse`} name="refuse" values={visit.form}>
            <Field
              kind="select"
              name="reason"
              label="Or refuse it, because"
              empty="Choose a reason"
              options={Object.entries(reasonWords).map(([value, label]) => ({ value, label }))}
            />
            <Buttons>
              <Button kind="quiet">Refuse it</Button>
            </Buttons>
          </Form>
        </>
      )}
      {hasDuty(visit, 'commissioner') && (
        <Form action={`${at}/withdraw`} name="withdraw">
          <p>It waits for a publisher: somebody else than whoever put it forward.</p>
          <Buttons>
            <Button kind="quiet">Take it back</Button>
          </Buttons>
        </Form>
      )}
    </section>
  );
}

/** Publishes what was read and shown. */
export async function takePublication(visit: Visit): Promise<Answer> {
  const { programme = '' } = visit.params;
  const shown = formText(visit, 'shown');
  const done = await visit.perform(publishPage, {
    ...which(visit),
    pageHash: formText(visit, 'pageHash'),
    ...(shown === '' ? {} : { shown }),
  });
  if (!done.ok) return showDecision(visit, done.problems);
  const say = `Version ${done.value.version} is published.`;
  return { kind: 'go', to: `/programmes/${programme}`, say };
}

/** Asks for what it changes in money. */
export async function takeComparison(visit: Visit): Promise<Answer> {
  const done = await visit.perform(requestComparison, which(visit));
  if (!done.ok) return showDecision(visit, done.problems);
  const { programme = '', number = '' } = visit.params;
  const to = `/programmes/${programme}/put-forward/${number}`;
  return { kind: 'go', to, say: 'Its money is being compared.' };
}

/** Refuses it for a reason. */
export async function takeRefusal(visit: Visit): Promise<Answer> {
  const reason = formText(visit, 'reason');
  const done = await visit.perform(refuseVersion, { ...which(visit), reason });
  if (!done.ok) return showDecision(visit, done.problems);
  return { kind: 'go', to: versionsOf(visit), say: 'It was refused.' };
}

/** Takes it back. */
export async function takeWithdrawal(visit: Visit): Promise<Answer> {
  const done = await visit.perform(withdrawVersion, which(visit));
  if (!done.ok) return showDecision(visit, done.problems);
  return { kind: 'go', to: versionsOf(visit), say: 'It was taken back.' };
}

function which({ params: { programme, number } }: Visit) {
  return { programme, number: Number(number) };
}

function versionsOf({ params: { programme = '' } }: Visit): string {
  return `/programmes/${programme}/versions`;
}
