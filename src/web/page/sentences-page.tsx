import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Answer, Visit } from '../../http/index.ts';
import { findSentences } from '../../service/programmes/index.ts';
import { Button, Empty, Field, Form, Heading } from '../look/index.ts';
import { showPage, showRefused } from '../show.tsx';

type Sentences = Static<(typeof findSentences)['output']>['sentences'];

const lead =
  'Each sentence of a contract has one of these forms. What stands in braces is to be filled, ' +
  'what stands in brackets may be left out.';

/** The sentences that a page may say, found by their words. */
export async function showSentences(visit: Visit): Promise<Answer> {
  const { find = '' } = visit.query;
  const found = await visit.perform(findSentences, { find });
  if (!found.ok) return showRefused(visit, found.problems);
  return showPage(
    visit,
    { title: 'What a page may say' },
    <>
      <Heading lead={lead}>What a page may say</Heading>
      <Form action="/sentences" isSearch>
        <Field kind="text" name="find" label="What should the page say?" value={find} isOptional />
        <Button kind="quiet">Find</Button>
      </Form>
      <div id="sentences-found">
        {find.trim() === '' ? (
          <ByPart sentences={found.value.sentences} />
        ) : (
          <Found sentences={found.value.sentences} find={find} />
        )}
      </div>
    </>,
  );
}

/** All of them, under the part of a page in which each stands. */
function ByPart({ sentences }: Readonly<{ sentences: Sentences }>): JSX.Element {
  const parts = [...new Set(sentences.map(partOf))];
  return (
    <>
      <nav aria-label="Parts of a page">
        <ul class="sentences-parts">
          {parts.map((part, at) => (
            <li key={part}>
              <a href={`#part-${at + 1}`}>{part}</a>
            </li>
          ))}
        </ul>
      </nav>
      {parts.map((part, at) => (
        <section key={part}>
          <h2 id={`part-${at + 1}`}>{part}</h2>
          <Found sentences={sentences.filter((each) => partOf(each) === part)} find="" />
        </section>
      ))}
    </>
  );
}

/** "Outcomes" of "Outcomes: additions". */
function partOf({ section }: Sentences[number]): string {
  return section.split(':')[0] ?? section;
}

type FoundProps = Readonly<{ sentences: Sentences; find: string }>;

function Found({ sentences, find }: FoundProps): JSX.Element {
  if (sentences.length === 0) {
    return (
      <Empty title={`No sentence speaks of “${find}”`}>
        <p>Try one word of it, or another word for it.</p>
      </Empty>
    );
  }
  return (
    <dl class="sentences">
      {sentences.map(({ section, wording, meaning, example }, at) => (
        <div key={`${at} ${wording}`}>
          <dt>
            {(find !== '' || section.includes(':')) && (
              <span class="sentences-section">{section}</span>
            )}
            <span class="sentences-example">{example}</span>
            <button class="copy" type="button" hidden data-insert={example}>
              Use it
            </button>
          </dt>
          <dd>{meaning}</dd>
          <dd class="sentences-wording">
            <code>{wording}</code>
          </dd>
        </div>
      ))}
    </dl>
  );
}
