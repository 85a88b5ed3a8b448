import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Answer as Given, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import { applyToJoin, readForm } from '../../service/joining/index.ts';
import { readPublic } from '../../service/programmes/index.ts';
import { formText } from '../form-text.ts';
import { hasDuty } from '../has-duty.ts';
import { Button, Confirm, Contract, Heading, Notice, Status } from '../look/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { AnswersView } from './answers-view.tsx';
import { groupsOf } from './field-groups.ts';
import { joinEdge, shownTitle } from './join-edge.ts';
import type { Answer, FormField, JoiningForm } from './joining-field.tsx';
import { JoiningSteps } from './joining-steps.tsx';

type Page = Static<(typeof readPublic)['output']>;

/** What was answered, what is still missing, and the page that is agreed to. */
export async function showCheck(visit: Visit, problems: readonly Problem[] = []): Promise<Given> {
  const { programme = '' } = visit.params;
  const found = await visit.perform(readForm, { programme });
  if (!found.ok) return showRefused(visit, found.problems);
  const form = found.value;
  if (form.state !== 'draft') return { kind: 'go', to: `/programmes/${programme}/join` };
  const page = await visit.perform(readPublic, { programme });
  if (!page.ok) return showRefused(visit, page.problems);
  const isWhole = form.problems.length === 0;
  return showPage(
    visit,
    { title: 'Check and agree', problems, ...joinEdge(form) },
    <>
      <Heading kind={shownTitle(form)}>
        {isWhole ? 'Check and agree' : 'Check what you have filled in'}
      </Heading>
      <JoiningSteps programme={programme} here={isWhole ? 'check and agree' : 'fill in'} />
      <Missing form={form} />
      <Answers form={form} />
      {isWhole && <Agreement visit={visit} form={form} page={page.value} />}
    </>,
  );
}

function Missing({ form }: Readonly<{ form: JoiningForm }>): JSX.Element {
  if (form.problems.length === 0) {
    return (
      <Notice tone="good">
        <p>Everything that the page asks for is there.</p>
      </Notice>
    );
  }
  return (
    <Notice tone="attention" title="Before it can be sent">
      <ul>
        {form.problems.map(({ code, at, message }) => (
          <li key={`${code} ${at.field}`}>{message}</li>
        ))}
      </ul>
      <p>
        <Button kind="quiet" href={`/programmes/${form.programme}/join`}>
          Go on filling in
        </Button>
      </p>
    </Notice>
  );
}

function Answers({ form }: Readonly<{ form: JoiningForm }>): JSX.Element {
  const { who, shown, offer } = groupsOf(form);
  const of = (fields: readonly FormField[]) =>
    fields.flatMap(({ name }) => form.answers.filter(({ field }) => field === name));
  return (
    <>
      <h2>Who you are</h2>
      <AnswersView answers={of(who)} />
      <h2>The conditions of the page</h2>
      {shown.map(({ heading, sentence, fields }) => (
        <section key={heading} class="joining-condition">
          <h3>{sentence}</h3>
          {of(fields).every(isEmpty) ? (
            <Status tone="attention">Not shown yet</Status>
          ) : (
            <AnswersView answers={of(fields)} />
          )}
        </section>
      ))}
      <h2>What you offer</h2>
      {of(offer).every(isEmpty) ? <p>Nothing said so far.</p> : <AnswersView answers={of(offer)} />}
    </>
  );
}

function isEmpty({ value = '', document }: Answer): boolean {
  return value === '' && document === undefined;
}

type AgreementProps = Readonly<{ visit: Visit; form: JoiningForm; page: Page }>;

function Agreement({ visit, form, page }: AgreementProps): JSX.Element {
  const { programme } = form;
  if (!hasDuty(visit, 'administrator')) {
    return (
      <Notice tone="waiting" title="An administrator of your organisation sends it">
        <p>Applying binds your organisation to the page once it is admitted. All is saved here.</p>
      </Notice>
    );
  }
  return (
    <>
      <h2>The page that you agree to</h2>
      <Contract
        text={page.text}
        version={page.version}
        hashes={{ contract: page.contractHash, page: page.pageHash }}
        isWithin
      />
      <Confirm
        action={`/programmes/${programme}/join/apply`}
        given={{ pageHash: form.pageHash, revision: String(form.revision) }}
        button="Agree and apply"
        otherwise={{ label: 'Not now', href: '/applications' }}
      >
        <p>
          Your organisation agrees to the page above, whose hash ends in{' '}
          <code>{form.pageHash.slice(-8)}</code>. It is bound by it from the day on which it is
          admitted, and may withdraw the application until then.
        </p>
      </Confirm>
    </>
  );
}

/** Sends the application that was checked, with the hash of the page that was shown. */
export async function takeApplication(visit: Visit): Promise<Given> {
  const { programme = '' } = visit.params;
  const revision = Number(formText(visit, 'revision'));
  const pageHash = formText(visit, 'pageHash');
  const sent = await visit.perform(applyToJoin, { programme, revision, pageHash });
  if (!sent.ok) return showCheck(visit, sent.problems);
  return {
    kind: 'go',
    to: `/programmes/${programme}/join`,
    say: 'Your application has been sent.',
  };
}
