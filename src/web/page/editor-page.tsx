import type { ComponentChildren, JSX } from 'preact';
import type { Answer, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import { checkTyped, pageLengthMax } from '../../service/programmes/index.ts';
import { hasDuty } from '../has-duty.ts';
import { Button, Field, Form, Heading, Moment, Notice } from '../look/index.ts';
import { ProgrammeTabs } from '../programmes/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { type Checked, CheckedPart, verdictOf } from './checked-part.tsx';
import { type Edited, findEdited } from './edited.ts';

export type EditorState = Readonly<{
  /** A text that was typed and is not kept so far. */
  typed?: string;
  problems?: readonly Problem[];
}>;

/** The text of a page, and beside it everything that can be said of it. */
export async function showEditor(visit: Visit, state: EditorState = {}): Promise<Answer> {
  const edited = await findEdited(visit);
  if (!edited.ok) return showRefused(visit, edited.problems);
  const { draft, programme } = edited.value;
  const text = state.typed ?? draft.text;
  const checked = await visit.perform(checkTyped, { programme: programme.programme, text });
  const { problems = [] } = state;
  const found = checked.ok ? checked.value : undefined;
  return showPage(
    visit,
    {
      title: 'Draft',
      width: 'wide',
      problems: checked.ok ? problems : [...problems, ...checked.problems],
      ...(programme.isAboutSafety ? { neutralName: programme.neutralName } : {}),
    },
    <>
      <ProgrammeTabs programme={programme.programme} parts={programme.parts} here="edit" />
      <Heading kind="Draft" lead={<Left edited={edited.value} />}>
        {/^# (.*)$/m.exec(text)?.[1] ?? programme.name}
      </Heading>
      {state.typed !== undefined && state.typed !== draft.text && <NotKept />}
      <NextVersion visit={visit} edited={edited.value} checked={found} />
      <div class="editor">
        <TextForm visit={visit} edited={edited.value} text={text} found={found} />
        <aside class="editor-side" aria-label="What is found of the page">
          <p id="editor-said" class="unseen" role="status" />
          <div id="checked">
            {found !== undefined && <CheckedPart checked={found} text={text} />}
          </div>
          <FindSentences />
        </aside>
      </div>
    </>,
  );
}

function Left({ edited: { draft } }: Readonly<{ edited: Edited }>): JSX.Element {
  return (
    <>
      Left by {draft.changedBy} on <Moment at={draft.changedAt} />.{' '}
      <a href={`/programmes/${draft.programme}/edit/earlier`}>What it was before</a>
    </>
  );
}

function NotKept(): JSX.Element {
  return (
    <Notice tone="attention" title="What you have typed is not kept so far">
      <p>It stands below. Keep it with “Keep the draft”.</p>
    </Notice>
  );
}

type TextFormProps = Readonly<{
  visit: Visit;
  edited: Edited;
  text: string;
  found: Checked | undefined;
}>;

function TextForm({ visit, edited, text, found }: TextFormProps): JSX.Element {
  const { draft } = edited;
  const at = `/programmes/${draft.programme}/edit`;
  return (
    <div
      class="editor-form"
      data-editor={at}
      data-keeps={`/api/programmes/${draft.programme}/draft`}
      data-typed={text === draft.text ? undefined : ''}
    >
      <Form action={at} name="editor">
        <input type="hidden" name="revision" value={draft.revision} />
        {mayWrite(visit) && (
          <Bar>
            <Button name="do" value="keep">
              Keep the draft
            </Button>
            <Button kind="quiet" name="do" value="check">
              Check
            </Button>
            <Button kind="quiet" href={`${at}/put-forward`}>
              Put forward
            </Button>
            <a class="editor-found" id="editor-found" href="#checked">
              {found === undefined ? '' : verdictOf(found)}
            </a>
            <span class="editor-kept" id="editor-kept" />
          </Bar>
        )}
        <Field
          kind="textarea"
          name="text"
          label="The page"
          rows={32}
          isCode
          maxLength={pageLengthMax}
          isReadOnly={!mayWrite(visit)}
          value={text}
        />
      </Form>
    </div>
  );
}

function Bar({ children }: Readonly<{ children: ComponentChildren }>): JSX.Element {
  return <div class="editor-bar">{children}</div>;
}

/** Whether somebody may change the draft; others who buy or audit read it. */
export function mayWrite(visit: Visit): boolean {
  return hasDuty(visit, 'commissioner');
}

type NextVersionProps = Readonly<{
  visit: Visit;
  edited: Edited;
  checked: Checked | undefined;
}>;

function NextVersion({ visit, edited, checked }: NextVersionProps): JSX.Element | null {
  const { draft } = edited;
  if (!mayWrite(visit) || checked?.isInForce !== true) return null;
  const next = checked.version + 1;
  return (
    <details class="editor-next" open={visit.form.from !== undefined}>
      <summary>
        This is version {checked.version}, which is in force. Begin version {next}
      </summary>
      <Form
        action={`/programmes/${draft.programme}/edit/next-version`}
        name="next"
        values={visit.form}
      >
        <input type="hidden" name="revision" value={draft.revision} />
        <Field kind="day" name="from" label="From which day does it count?" />
        <Field
          kind="radios"
          name="for"
          label="For what?"
          value={String(visit.form.for ?? 'attachments')}
          options={[
            {
              value: 'attachments',
              label: 'Attachments made from that day on',
              hint: 'Those who are served already stay on the terms they came under.',
            },
            { value: 'outcomes', label: 'Outcomes that fall from that day on' },
          ]}
        />
        <Button>Begin version {next}</Button>
      </Form>
    </details>
  );
}

function FindSentences(): JSX.Element {
  return (
    <section class="editor-sentences" aria-label="Sentences">
      <h2>Find a sentence</h2>
      <form method="get" action="/sentences" target="sentences" data-sentences="">
        <label for="find">What should the page say?</label>
        <span class="editor-find">
          <input class="input" id="find" name="find" type="search" autocomplete="off" />
          <Button kind="quiet">Find</Button>
        </span>
      </form>
      <div id="sentences" />
      <p>
        <a href="/sentences" target="sentences">
          Everything that a page may say, part by part
        </a>
      </p>
    </section>
  );
}
