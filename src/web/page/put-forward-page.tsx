import type { JSX } from 'preact';
import type { Answer, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import {
  checkDraft,
  compareDraft,
  putForward,
  requestDraftComparison,
} from '../../service/programmes/index.ts';
import { formText } from '../form-text.ts';
import { hasDuty } from '../has-duty.ts';
import { Confirm, Heading } from '../look/index.ts';
import { type Asking, DifferenceView } from '../programmes/difference-view.tsx';
import { ProgrammeTabs } from '../programmes/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { type Checked, CheckedPart } from './checked-part.tsx';
import { type Edited, findEdited } from './edited.ts';

/** The last look at a draft before it is put forward. */
export async function showPutForward(
  visit: Visit,
  problems: readonly Problem[] = [],
): Promise<Answer> {
  const edited = await findEdited(visit);
  if (!edited.ok) return showRefused(visit, edited.problems);
  const { draft, programme } = edited.value;
  const asked = { programme: draft.programme };
  const checked = await visit.perform(checkDraft, asked);
  if (!checked.ok) return showRefused(visit, checked.problems);
  if (checked.value.isInForce) return showNothingNew(visit, { edited: edited.value, problems });
  const compared = await visit.perform(compareDraft, asked);
  return showPage(
    visit,
    {
      title: 'Put forward',
      problems,
      width: compared.ok && compared.value.difference !== undefined ? 'wide' : 'reading',
      ...(programme.isAboutSafety ? { neutralName: programme.neutralName } : {}),
    },
    <>
      <ProgrammeTabs programme={draft.programme} parts={programme.parts} here="edit" />
      <Heading lead="Somebody else, a publisher, reads it, and publishes or refuses it.">
        Put version {checked.value.version} forward
      </Heading>
      <CheckedPart checked={checked.value} text={draft.text} />
      {compared.ok && (
        <DifferenceView compared={compared.value} ask={compareAt(visit, edited.value)} />
      )}
      <Ask edited={edited.value} checked={checked.value} />
    </>,
  );
}

/** Where its money is asked for, of the draft as it was shown, by whoever may. */
function compareAt(visit: Visit, { draft }: Edited): Asking | undefined {
  const isFor = hasDuty(visit, 'publisher') || hasDuty(visit, 'commissioner');
  if (!isFor) return undefined;
  const action = `/programmes/${draft.programme}/edit/compare`;
  return { action, given: { revision: String(draft.revision) } };
}

type NothingNew = Readonly<{ edited: Edited; problems: readonly Problem[] }>;

/** Word for word as in force: no second person is asked to read that again. */
function showNothingNew(visit: Visit, { edited, problems }: NothingNew): Answer {
  const { draft, programme } = edited;
  return showPage(
    visit,
    {
      title: 'Put forward',
      problems,
      ...(programme.isAboutSafety ? { neutralName: programme.neutralName } : {}),
    },
    <>
      <ProgrammeTabs programme={draft.programme} parts={programme.parts} here="edit" />
      <Heading lead="The draft says word for word what the version in force says.">
        There is nothing to put forward
      </Heading>
      <p>
        <a href={`/programmes/${draft.programme}/edit`}>Go back to the draft</a>: begin the next
        version there, and change what it is to say otherwise.
      </p>
    </>,
  );
}

type AskProps = Readonly<{ edited: Edited; checked: Checked }>;

function Ask({ edited: { draft }, checked }: AskProps): JSX.Element {
  const at = `/programmes/${draft.programme}/edit`;
  if (!checked.isWithoutErrors || isUntried(checked)) {
    return (
      <p>
        <a href={at}>Go back to the draft</a> and put right what stands in the way.
      </p>
    );
  }
  return (
    <Confirm
      action={`${at}/put-forward`}
      given={{ revision: String(draft.revision) }}
      button={`Put version ${checked.version} forward`}
      otherwise={{ label: 'Go back to the draft', href: at }}
    >
      <p>The draft stays; what is put forward is the page as it reads now.</p>
    </Confirm>
  );
}

/** Whether a worked example is missed, without which nothing is put forward. */
function isUntried({ problems }: Checked): boolean {
  return problems.some(({ code }) => code === 'page.no_worked_example');
}

/** Puts it forward. */
export async function takePutForward(visit: Visit): Promise<Answer> {
  const { programme = '' } = visit.params;
  const revision = Number(formText(visit, 'revision'));
  const done = await visit.perform(putForward, { programme, revision });
  if (!done.ok) return showPutForward(visit, done.problems);
  const to = `/programmes/${programme}/put-forward/${done.value.number}`;
  return { kind: 'go', to, say: 'It is put forward, and waits for a publisher.' };
}

/** Asks for what it would change in money. */
export async function takeDraftComparison(visit: Visit): Promise<Answer> {
  const { programme = '' } = visit.params;
  const revision = Number(formText(visit, 'revision'));
  const done = await visit.perform(requestDraftComparison, { programme, revision });
  if (!done.ok) return showPutForward(visit, done.problems);
  const to = `/programmes/${programme}/edit/put-forward`;
  return { kind: 'go', to, say: 'Its money is being compared.' };
}
