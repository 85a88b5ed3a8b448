import type { JSX } from 'preact';
import type { Answer as Given, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import { readForm, saveForm, withdrawApplication } from '../../service/joining/index.ts';
import { formText } from '../form-text.ts';
import { Button, Buttons, Form, Heading, Notice } from '../look/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { groupsOf } from './field-groups.ts';
import { readTyped } from './form.ts';
import { joinEdge, shownTitle } from './join-edge.ts';
import { type FormField, JoiningField, type JoiningForm } from './joining-field.tsx';
import { JoiningSteps } from './joining-steps.tsx';
import { showSent } from './sent-page.tsx';

const lead =
  'Made of the conditions of the page, and of nothing else. Save as often as you like: ' +
  'what you have typed stays.';

/** The one form by which to join a programme, with what has been filled in so far. */
export async function showJoin(visit: Visit, problems: readonly Problem[] = []): Promise<Given> {
  const { programme = '' } = visit.params;
  const found = await visit.perform(readForm, { programme });
  if (!found.ok) return showRefused(visit, found.problems);
  const form = found.value;
  if (!form.mayApply) return showSent(visit, form, problems);
  return showPage(
    visit,
    { title: 'Apply to join', problems, ...joinEdge(form) },
    <>
      <Heading kind={shownTitle(form)} lead={lead}>
        Apply to join
      </Heading>
      <JoiningSteps programme={programme} here="fill in" />
      {form.state === 'refused' && <Refused />}
      <Form
        action={`/programmes/${programme}/join`}
        hasFiles
        {...(problems.length > 0 ? { values: visit.form } : {})}
      >
        <input type="hidden" name="revision" value={form.revision} />
        <Groups form={form} isTyped={problems.length > 0} />
        <Buttons>
          <Button name="then" value="check">
            Save and check
          </Button>
          <Button kind="quiet" name="then" value="later">
            Save for later
          </Button>
        </Buttons>
      </Form>
    </>,
  );
}

function Refused(): JSX.Element {
  return (
    <Notice tone="attention" title="Your last application was refused">
      <p>
        Why stands under <a href="/applications">Your applications</a>. What you answered is still
        here: change it, and apply again.
      </p>
    </Notice>
  );
}

type GroupsProps = Readonly<{ form: JoiningForm; isTyped: boolean }>;

function Groups({ form, isTyped }: GroupsProps): JSX.Element {
  const { who, shown, offer } = groupsOf(form);
  const one = (field: FormField, hint?: string) => {
    // What was typed just now stands in the form's own values, and goes before what was saved.
    const saved = form.answers.find((answer) => answer.field === field.name);
    const answer = isTyped && field.kind !== 'document' ? undefined : saved;
    return <JoiningField key={field.name} field={field} answer={answer} hint={hint} />;
  };
  return (
    <>
      <h2>Who you are</h2>
      {who.map((field) => one(field, field.hint))}
      <h2>The conditions of the page</h2>
      {shown.map(({ heading, sentence, fields }) => (
        <section key={heading} class="joining-condition">
          <h3>{sentence}</h3>
          {fields.map((field) => one(field))}
        </section>
      ))}
      <h2>What you offer</h2>
      {offer.map((field) => one(field, field.hint))}
    </>
  );
}

/** Saves what was typed and handed in, whole or not; then the check, or another time. */
export async function takeJoin(visit: Visit): Promise<Given> {
  const { programme = '' } = visit.params;
  const found = await visit.perform(readForm, { programme });
  if (!found.ok) return showRefused(visit, found.problems);
  const typed = readTyped(visit, found.value.fields);
  const revision = Number(formText(visit, 'revision')) || 0;
  const saved = await visit.perform(saveForm, { programme, revision, ...typed });
  const problems = [...(saved.ok ? [] : saved.problems), ...visit.uploadProblems];
  if (problems.length > 0) return showJoin(visit, problems);
  if (formText(visit, 'then') === 'later') {
    return { kind: 'go', to: '/applications', say: 'Saved. You can go on whenever you like.' };
  }
  return { kind: 'go', to: `/programmes/${programme}/join/check` };
}

/** Takes an application back before it is decided. */
export async function takeWithdrawal(visit: Visit): Promise<Given> {
  const { programme = '' } = visit.params;
  const done = await visit.perform(withdrawApplication, { programme });
  if (!done.ok) return showJoin(visit, done.problems);
  return { kind: 'go', to: '/applications', say: 'The application is withdrawn.' };
}
