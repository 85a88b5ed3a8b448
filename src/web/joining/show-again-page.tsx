import type { Answer as Given, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import { mayDo } from '../../service/access/index.ts';
import { handInAgain, readStanding, showAgain } from '../../service/joining/index.ts';
import { formText } from '../form-text.ts';
import { Button, Buttons, Form, Heading, Notice } from '../look/index.ts';
import { ProgrammeTabs } from '../programmes/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { answerOf } from './form.ts';
import { JoiningField, untilName } from './joining-field.tsx';
import { findHead, ownEdge } from './programme-head.ts';

/** One condition, to be shown again. */
export async function showCondition(
  visit: Visit,
  problems: readonly Problem[] = [],
): Promise<Given> {
  const { programme = '', condition = '' } = visit.params;
  const head = await findHead(visit);
  if (!head.ok) return head.answer;
  const found = await visit.perform(readStanding, { programme });
  if (!found.ok) return showRefused(visit, found.problems);
  const held = found.value.conditions.find((each) => each.condition === condition);
  const place = `/programmes/${programme}/provider`;
  if (held === undefined) return { kind: 'go', to: place };
  const fields = found.value.fields.filter(({ restsOn }) => restsOn === condition);
  return showPage(
    visit,
    {
      title: 'Show a condition again',
      problems,
      trail: [{ label: 'Your place', href: place }],
      ...ownEdge(head.own),
    },
    <>
      <ProgrammeTabs programme={programme} parts={head.own.parts} here="provider" />
      <Heading lead="Once it is shown, new referrals that were paused for it go on.">
        Show again
      </Heading>
      <blockquote class="joining-condition">{held.sentence}</blockquote>
      {mayDo(showAgain, visit.actor).ok ? (
        <Form
          action={`${place}/conditions/${encodeURIComponent(condition)}`}
          values={visit.form}
          hasFiles
        >
          {fields.map((field) => (
            <JoiningField key={field.name} field={field} answer={undefined} />
          ))}
          <Buttons>
            <Button>Show it again</Button>
            <a href={place}>Not now</a>
          </Buttons>
        </Form>
      ) : (
        <Notice tone="neutral">
          A colleague who serves people, or an administrator, shows it.
        </Notice>
      )}
    </>,
  );
}

/** Takes what shows it again: a document, an answer, or both. */
export async function takeCondition(visit: Visit): Promise<Given> {
  const { programme = '', condition = '' } = visit.params;
  const found = await visit.perform(readStanding, { programme });
  if (!found.ok) return showRefused(visit, found.problems);
  const fields = found.value.fields.filter(({ restsOn }) => restsOn === condition);
  const written = fields.find(({ kind }) => kind !== 'document');
  const document = fields.find(({ kind }) => kind === 'document')?.name ?? '';
  const expiresOn = formText(visit, untilName(document));
  const input = {
    programme,
    condition,
    ...(written === undefined ? {} : { answer: answerOf(visit, written) }),
    ...(expiresOn === '' ? {} : { expiresOn }),
  };
  if (visit.uploadProblems.length > 0) return showCondition(visit, visit.uploadProblems);
  const upload = visit.uploads[document];
  const done =
    upload === undefined
      ? await visit.perform(showAgain, input)
      : await visit.perform(handInAgain, { ...input, ...upload });
  if (!done.ok) {
    const names = { answer: written?.name, expiresOn: untilName(document) };
    return showCondition(
      visit,
      done.problems.map((each) => atField(each, names)),
    );
  }
  const to = `/programmes/${programme}/provider`;
  return { kind: 'go', to, say: 'The condition is shown again.' };
}

type Names = Readonly<{ answer: string | undefined; expiresOn: string }>;

// The fields of this form have the names of the condition.
function atField(problem: Problem, { answer, expiresOn }: Names): Problem {
  const { field } = problem.at;
  const named = field === 'answer' ? answer : field === 'expiresOn' ? expiresOn : field;
  return named === undefined ? problem : { ...problem, at: { ...problem.at, field: named } };
}
