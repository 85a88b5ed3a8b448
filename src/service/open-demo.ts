import { parseDay } from '../calendar/index.ts';
import { assert, type Result } from '../problem/index.ts';
import { type ExampleFolder, findExample } from './examples.ts';
import { loadGround, type Settled, type SettleRequest, settleGround } from './settle.ts';
import { type Statement, statementsOf } from './statement/statements-of.ts';
import { type Answer, explainLine } from './ask-why.ts';

/** A real contract, settled on its facts, of which every line can be asked about. */
export type Demo = Settled &
  Readonly<{
    example: ExampleFolder;
    statement: Statement;
    facts: number;
    ask: (place: number) => Answer | undefined;
  }>;

/** Settles the example that is shown first. */
export async function openDemo(onProgress?: SettleRequest['onProgress']): Promise<Result<Demo>> {
  const found = await findExample({ shown: 'demo' });
  if (!found.ok) return found;
  const example = found.value;
  const ground = await loadGround({
    pages: [example.page],
    facts: [example.facts],
    asAt: dayOfSetting(example.settings.asAt),
    knownAt: dayOfSetting(example.settings.knownAt),
    ...(onProgress && { onProgress }),
  });
  if (!ground.ok) return ground;
  const settled = settleGround(ground.value, onProgress);
  const [statement] = statementsOf(settled.result);
  assert(statement !== undefined, 'something is owed under the example that is shown');
  const ask = (place: number) => {
    const line = statement.lines[place - 1];
    return line === undefined ? undefined : explainLine(ground.value, line.line);
  };
  const facts = ground.value.facts.length;
  return { ok: true, value: { ...settled, example, statement, facts, ask } };
}

function dayOfSetting(text: string): number {
  const day = parseDay(text);
  assert(day !== undefined, 'the days in example.json are days of the calendar');
  return day;
}
