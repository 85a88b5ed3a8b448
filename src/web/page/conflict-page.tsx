import type { Answer, Visit } from '../../http/index.ts';
import { noPlace, type Problem } from '../../problem/index.ts';
import { Button, Buttons, Diff, Field, Form, Heading } from '../look/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { findEdited } from './edited.ts';

export type ConflictState = Readonly<{ typed: string; problems: readonly Problem[] }>;

/** Two have written at once: both texts, and nothing of either is lost. */
export async function showConflict(
  visit: Visit,
  { typed, problems }: ConflictState,
): Promise<Answer> {
  const edited = await findEdited(visit);
  if (!edited.ok) return showRefused(visit, edited.problems);
  const { draft, programme } = edited.value;
  const at = `/programmes/${draft.programme}/edit`;
  const isOwn = visit.actor.kind === 'account' && visit.actor.name === draft.changedBy;
  return showPage(
    visit,
    {
      title: 'Changed meanwhile',
      width: 'wide',
      problems: problems.map((problem) => ({ ...problem, at: noPlace() })),
      ...(programme.isAboutSafety ? { neutralName: programme.neutralName } : {}),
    },
    <>
      <Heading lead="Nothing is lost: what you do not go on with stays among the earlier drafts.">
        {isOwn
          ? 'You kept another draft after you had opened this one'
          : `${draft.changedBy} has kept a draft since you opened it`}
      </Heading>
      <Diff
        before={{ name: isOwn ? 'Kept' : `Kept by ${draft.changedBy}`, text: draft.text }}
        after={{ name: isOwn ? 'Typed here' : 'Yours', text: typed }}
      />
      <Form action={at} name="conflict">
        <input type="hidden" name="revision" value={draft.revision} />
        <Field
          kind="textarea"
          name="text"
          label="Yours: put into it what you want of both"
          rows={24}
          isCode
          value={typed}
        />
        <Buttons>
          <Button name="do" value="keep">
            Keep this instead
          </Button>
          <Button kind="quiet" name="do" value="check">
            Check it first
          </Button>
          <Button kind="quiet" name="do" value="set-aside">
            {isOwn ? 'Go on with what is kept' : 'Go on with theirs'}
          </Button>
        </Buttons>
      </Form>
    </>,
  );
}
