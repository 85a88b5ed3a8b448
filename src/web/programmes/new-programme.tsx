import type { Answer, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import { beginProgramme, listTemplates } from '../../service/programmes/index.ts';
import { formText } from '../form-text.ts';
import { Button, Buttons, Field, Form, Heading } from '../look/index.ts';
import { showPage, showRefused } from '../show.tsx';

const lead = 'Nothing is public, and nothing binds, before a second person publishes the page.';

/** Asks for the name of a new programme, and for the page to begin from. */
export async function showNewProgramme(
  visit: Visit,
  problems: readonly Problem[] = [],
): Promise<Answer> {
  const found = await visit.perform(listTemplates, {});
  if (!found.ok) return showRefused(visit, found.problems);
  const { start = 'usual' } = visit.form;
  return showPage(
    visit,
    {
      title: 'Begin a programme',
      trail: [{ label: 'Your programmes', href: '/programmes' }],
      problems,
    },
    <>
      <Heading lead={lead}>Begin a programme</Heading>
      <Form action="/programmes/new" values={visit.form}>
        <Field
          kind="text"
          name="name"
          label="What is it called?"
          hint="The title of the page, as in “Leaving care well, Northshire”."
          width="full"
        />
        <Field
          kind="radios"
          name="start"
          label="What do you begin from?"
          value={String(start)}
          options={[
            {
              value: 'usual',
              label: 'The usual page',
              hint: 'A whole contract with worked examples, to be changed into yours.',
            },
            { value: 'empty', label: 'An empty page', hint: 'A title, and nothing else.' },
            {
              value: 'example',
              label: 'A real contract',
              hint: 'One of those below, written as a page.',
            },
          ]}
        />
        <Field
          kind="select"
          name="example"
          label="Which real contract?"
          isOptional
          empty="None"
          width="full"
          options={found.value.templates.map(({ name, title }) => ({ value: name, label: title }))}
        />
        <Buttons>
          <Button>Begin</Button>
          <a href="/programmes">Not now</a>
        </Buttons>
      </Form>
    </>,
  );
}

/** Begins it, and goes on to its draft. */
export async function takeNewProgramme(visit: Visit): Promise<Answer> {
  const chosen = formText(visit, 'start');
  const example = formText(visit, 'example');
  const begun = await visit.perform(beginProgramme, {
    name: formText(visit, 'name'),
    start: chosen === 'example' ? example : chosen || 'usual',
  });
  if (!begun.ok) return showNewProgramme(visit, begun.problems);
  return { kind: 'go', to: `/programmes/${begun.value.programme}/edit` };
}
