import type { Answer, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import { readRequest } from '../../service/money/index.ts';
import { Button, Buttons, Heading, Progress } from '../look/index.ts';
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
    const isRunning = state === 'waiting';
    return {
      title: 'A settlement is prepared',
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
            <Buttons>
              <Button href={moneyAddress(programme, 'new')}>Prepare it again</Button>
            </Buttons>
          )}
        </>
      ),
    };
  });
}
