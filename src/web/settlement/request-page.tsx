import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Answer, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import { readRequest } from '../../service/money/index.ts';
import { Button, Buttons, Form, Heading, Progress } from '../look/index.ts';
import { moneyAddress, showMoney } from './money-page.tsx';
import { dateWords } from './money-words.tsx';

const steps = ['waiting', 'settling', 'keeping', 'ended'];

const stepWords: Readonly<Record<string, string>> = {
  waiting: 'It waits for its turn.',
  settling: 'What is owed is worked out from every fact.',
  keeping: 'Every line is kept, with the statements and the entries of the ledger.',
};

/** How far a settlement is that takes longer than a request; it leads to it when it is there. */
export async function showRequest(visit: Visit): Promise<Answer> {
  const { programme = '', request = '' } = visit.params;
  const found = await visit.perform(readRequest, { programme, request });
  const settlement = found.ok ? found.value.settlement : undefined;
  if (settlement !== undefined) {
    const say = 'The settlement is prepared and waits for approval.';
    return { kind: 'go', to: moneyAddress(programme, settlement), say };
  }
  return showMoney(visit, async () => {
    if (!found.ok) return found.problems;
    const { state, step, asAt, problems } = found.value;
    const title =
      state === 'waiting' ? 'A settlement is prepared' : 'A settlement was not prepared';
    const isRunning = state === 'waiting';
    return {
      title,
      trail: [{ label: 'Money', href: moneyAddress(programme) }],
      problems: problems as readonly Problem[],
      ...(isRunning ? { refreshSeconds: 3 } : {}),
      children: (
        <>
          <Heading kind="Settlement">As at {dateWords(asAt)}</Heading>
          {isRunning ? (
            <Progress
              id="settlement"
              label="It is being prepared"
              done={steps.indexOf(step)}
              total={3}
              isRunning
            >
              {stepWords[step] ?? 'At work.'}
            </Progress>
          ) : (
            <Again programme={programme} asked={found.value} />
          )}
        </>
      ),
    };
  });
}

type AgainProps = Readonly<{
  programme: string;
  asked: Static<(typeof readRequest)['output']>;
}>;

/** Nothing came of it: the same is asked for anew with one press, or something else is. */
function Again({ programme, asked }: AgainProps): JSX.Element {
  const { state, asAt, knownAt, insteadOf } = asked;
  const at = moneyAddress(programme, 'new');
  return (
    <>
      <p>
        {state === 'failed'
          ? 'It failed, and nothing of it was kept. Others may be prepared meanwhile.'
          : 'It was refused, and nothing of it was kept.'}
      </p>
      <Form action={at}>
        <input type="hidden" name="asAt" value={asAt} />
        <input type="hidden" name="knownAt" value={knownAt} />
        {insteadOf !== undefined && <input type="hidden" name="insteadOf" value={insteadOf} />}
        <Buttons>
          <Button>Ask for it again</Button>
          <a href={at}>Ask for another day</a>
        </Buttons>
      </Form>
    </>
  );
}
