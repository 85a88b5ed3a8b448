import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Day as CalendarDay } from '../../calendar/index.ts';
import { unitsOfMajor } from '../../money/index.ts';
import type { checkTyped } from '../../service/programmes/index.ts';
import { Contract, Day, Facts, Money, Status, type Tone, Why } from '../look/index.ts';
import { PageProblems } from './page-problems.tsx';

/** What was found of a page. */
export type Checked = Static<(typeof checkTyped)['output']>;

export type CheckedPartProps = Readonly<{
  checked: Checked;
  /** The text as it was typed, which is shown as it reads while it does not print. */
  text: string;
}>;

/** What stands beside the text: the verdict, problems, worked examples, and how the page reads. */
export function CheckedPart({ checked, text }: CheckedPartProps): JSX.Element {
  return (
    <>
      <Verdict checked={checked} />
      <PageProblems problems={checked.problems} />
      <Examples checked={checked} />
      <Reading checked={checked} text={text} />
    </>
  );
}

function Verdict({ checked }: Readonly<{ checked: Checked }>): JSX.Element {
  const { version, worth, currency, countsFrom } = checked;
  return (
    <div class="editor-verdict">
      <p id="editor-verdict">
        <Said checked={checked} />
      </p>
      {checked.tidy !== undefined && (
        <Facts
          facts={[
            { name: 'Version', value: String(version) },
            ...(countsFrom === undefined
              ? []
              : [{ name: 'Counts from', value: <Day day={countsFrom as CalendarDay} /> }]),
            {
              name: 'May pay in all',
              value:
                worth === undefined || currency === undefined ? (
                  'No limit said'
                ) : (
                  <Money money={{ units: unitsOfMajor(worth), currency }} />
                ),
            },
          ]}
        />
      )}
    </div>
  );
}

function Said({ checked }: Readonly<{ checked: Checked }>): JSX.Element {
  return <Status tone={toneOf(checked)}>{verdictOf(checked)}</Status>;
}

/** What is found of a page, in a few words. */
export function verdictOf(checked: Checked): string {
  const wrong = errorsIn(checked);
  if (wrong > 0) return `${wrong === 1 ? '1 thing' : `${wrong} things`} to put right`;
  if (checked.isInForce) return 'As in force, word for word';
  return checked.examples.length === 0
    ? 'Nothing wrong, and no worked example'
    : 'Ready to be put forward';
}

function toneOf(checked: Checked): Tone {
  if (errorsIn(checked) > 0) return 'bad';
  if (checked.isInForce) return 'neutral';
  return checked.examples.length === 0 ? 'attention' : 'good';
}

function errorsIn({ problems }: Checked): number {
  return problems.filter(({ severity }) => severity === 'error').length;
}

function Examples({ checked }: Readonly<{ checked: Checked }>): JSX.Element | null {
  const { examples, currency = '', isWithoutErrors } = checked;
  if (examples.length === 0) return null;
  const right = examples.filter(({ passed }) => passed).length;
  return (
    <section class="editor-examples" aria-label="Worked examples">
      <h2>
        Worked examples{' '}
        <span class="editor-count">
          {right} of {examples.length} right
        </span>
      </h2>
      {examples.map((example, at) => (
        <Example
          key={`${at} ${example.title}`}
          example={example}
          currency={currency}
          isOpen={!example.passed && !isWithoutErrors}
        />
      ))}
    </section>
  );
}

type ExampleProps = Readonly<{
  example: Checked['examples'][number];
  currency: string;
  isOpen: boolean;
}>;

function Example({ example, currency, isOpen }: ExampleProps): JSX.Element {
  const { title, passed, pays, differences, reasons } = example;
  return (
    <details open={isOpen} data-keep={`example ${title}`}>
      <summary>
        <Status tone={passed ? 'good' : 'bad'}>
          {title}
          <span class="unseen">: {passed ? 'right' : 'wrong'}</span>
        </Status>
        <Paid pays={pays} currency={currency} />
      </summary>
      {differences.map((difference) => (
        <p key={difference} class="editor-difference">
          {`${difference.charAt(0).toUpperCase()}${difference.slice(1)}.`}
        </p>
      ))}
      {reasons.map((sentences, at) => (
        <Why key={`${at} ${sentences[0] ?? ''}`} sentences={sentences} />
      ))}
    </details>
  );
}

function Paid({ pays, currency }: Readonly<{ pays: string; currency: string }>) {
  const units = unitsOfMajor(pays);
  if (units === 0n || currency === '')
    return <span class="editor-paid">{pays === '0.00' ? 'nothing' : pays}</span>;
  return (
    <span class="editor-paid">
      <Money money={{ units, currency }} />
    </span>
  );
}

function Reading({ checked, text }: CheckedPartProps): JSX.Element {
  const { tidy, version, contractHash = '–', pageHash = '–' } = checked;
  return (
    <details class="editor-reading" data-keep="reading">
      <summary>How it reads</summary>
      {tidy === undefined && (
        <p>It does not print while something in it is wrong; this is how it stands.</p>
      )}
      <Contract
        text={tidy ?? text}
        version={version}
        hashes={{ contract: contractHash, page: pageHash }}
        isWithin
      />
    </details>
  );
}
