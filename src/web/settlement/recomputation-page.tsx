import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Answer, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import { readRecomputation, requestRecomputation } from '../../service/money/index.ts';
import { Button, Buttons, Facts, Form, Heading, Moment, Notice, Progress } from '../look/index.ts';
import { moneyAddress, showMoney } from './money-page.tsx';

type Read = Static<(typeof readRecomputation)['output']>;
type Last = NonNullable<Read['last']>;

const lead =
  'From the facts and versions of the page that it rested on, line by line, and held against ' +
  'what was kept.';

/** A settlement worked out again: asked for with one press, and what came of the last time. */
export async function showRecomputation(
  visit: Visit,
  problems: readonly Problem[] = [],
): Promise<Answer> {
  const { programme = '', settlement = '' } = visit.params;
  return showMoney(visit, async () => {
    const found = await visit.perform(readRecomputation, { programme, settlement });
    if (!found.ok) return found.problems;
    const { last, resultHash } = found.value;
    const isRunning = last?.state === 'waiting';
    return {
      title: 'Worked out again',
      trail: [
        { label: 'Money', href: moneyAddress(programme) },
        { label: 'Settlement', href: moneyAddress(programme, settlement) },
      ],
      problems: [...problems, ...((last?.problems ?? []) as readonly Problem[])],
      ...(isRunning ? { refreshSeconds: 3 } : {}),
      children: (
        <>
          <Heading kind="Settlement" lead={lead}>
            Work it out again
          </Heading>
          {last !== undefined && <Came last={last} resultHash={resultHash} />}
          {!isRunning && (
            <Form action={moneyAddress(programme, settlement, 'recomputation')}>
              <Buttons>
                <Button kind={last === undefined ? 'main' : 'quiet'}>
                  {last === undefined ? 'Work it out again' : 'Once more'}
                </Button>
                <a href={moneyAddress(programme, settlement)}>Back to the settlement</a>
              </Buttons>
            </Form>
          )}
          <Outside at={moneyAddress(programme, settlement, 'bundle')} />
        </>
      ),
    };
  });
}

type CameProps = Readonly<{ last: Last; resultHash: string }>;

function Came({ last, resultHash }: CameProps): JSX.Element {
  const { state, step, askedAt, endedAt = askedAt } = last;
  if (state === 'waiting') {
    return (
      <Progress
        id="recomputation"
        label="It is worked out again"
        done={step === 'waiting' ? 0 : 1}
        total={2}
        isRunning
      >
        {step === 'waiting' ? 'It waits for its turn.' : 'Every line is worked out and compared.'}
      </Progress>
    );
  }
  if (state !== 'done') {
    return (
      <Notice tone="bad" title={state === 'failed' ? 'It broke off' : 'It did not come out again'}>
        <p>
          Ended <Moment at={endedAt} />. What stands in the way is said above; nothing was changed.
        </p>
      </Notice>
    );
  }
  return (
    <>
      <Notice tone="good" title="It came out as it was kept">
        <p>
          Every line, to the smallest unit, <Moment at={endedAt} />.
        </p>
      </Notice>
      <Facts facts={countsOf(last, resultHash)} />
    </>
  );
}

function countsOf({ facts = 0, lines = 0, erasedSince = 0, engines }: Last, resultHash: string) {
  const { was, now = was } = engines;
  return [
    { name: 'Facts', value: facts.toLocaleString('en-GB') },
    { name: 'Lines', value: lines.toLocaleString('en-GB') },
    ...(erasedSince === 0
      ? []
      : [
          {
            name: 'Erased since',
            value: `${erasedSince.toLocaleString('en-GB')} participants: their lines as settled`,
          },
        ]),
    { name: 'Engine', value: was === now ? was : `${was} then, ${now} now` },
    { name: 'Result', value: <code class="hash">{resultHash}</code> },
  ];
}

function Outside({ at }: Readonly<{ at: string }>): JSX.Element {
  return (
    <section>
      <h2>Outside the service</h2>
      <p>
        <a href={at}>The bundle of a settlement</a> holds its facts, under new keys, and its pages.
        Whoever has it works it out without us:
      </p>
      <p>
        <code class="hash">outturn recompute bundle.tar</code>
      </p>
      <p>It says that every line agrees, or names the first that does not.</p>
    </section>
  );
}

/** Asks for it to be worked out again. */
export async function takeRecomputation(visit: Visit): Promise<Answer> {
  const { programme = '', settlement = '' } = visit.params;
  const done = await visit.perform(requestRecomputation, { programme, settlement });
  if (!done.ok) return showRecomputation(visit, done.problems);
  return { kind: 'go', to: moneyAddress(programme, settlement, 'recomputation') };
}
