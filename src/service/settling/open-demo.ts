import { parseDay } from '../../calendar/index.ts';
import { type Contract, printContract } from '../../contract/index.ts';
import { assert, type Result } from '../../problem/index.ts';
import {
  type ExampleFolder,
  type ExampleSettings,
  findExample,
  readSettings,
} from '../pages/examples.ts';
import { sheetOf } from '../sheet/sheet.ts';
import { type Statement, statementsOf } from '../statement/statements-of.ts';
import { type Answer, explainLine } from './ask-why.ts';
import { loadGround, type Settled, type SettleRequest, settleGround } from './settle.ts';

/** A real contract, settled on its facts, of which every line can be asked about. */
export type Demo = Settled &
  Readonly<{
    example: ExampleFolder;
    settings: ExampleSettings;
    statement: Statement;
    /** The sentences under the title. */
    opening: string;
    facts: number;
    ask: (place: number) => Answer | undefined;
  }>;

/** Settles the example that is shown first. */
export async function openDemo(onProgress?: SettleRequest['onProgress']): Promise<Result<Demo>> {
  const found = await findExample({ shown: 'demo' });
  if (!found.ok) return found;
  const example = found.value;
  const settings = await readSettings(example);
  const ground = await loadGround({
    pages: [example.page],
    facts: [example.facts],
    asAt: dayOfSetting(settings.asAt),
    knownAt: dayOfSetting(settings.knownAt),
    ...(onProgress && { onProgress }),
  });
  if (!ground.ok) return ground;
  const settled = settleGround(ground.value, onProgress);
  const { contract } = settled.page.read;
  const [statement] = statementsOf(settled.result, contract);
  assert(statement !== undefined, 'something is owed under the example that is shown');
  const ask = (place: number) => {
    const line = statement.lines[place - 1];
    return line === undefined ? undefined : explainLine(ground.value, line.line);
  };
  const facts = ground.value.facts.length;
  const opening = openingOf(contract);
  return { ok: true, value: { ...settled, example, settings, statement, opening, facts, ask } };
}

function dayOfSetting(text: string): number {
  const day = parseDay(text);
  assert(day !== undefined, 'the days in example.json are days of the calendar');
  return day;
}

function openingOf(contract: Contract): string {
  const blocks = sheetOf(printContract(contract)).parts[0]?.blocks ?? [];
  return blocks
    .flatMap((block) => (block.is === 'paragraph' ? block.runs : []))
    .map(({ text }) => text)
    .join(' ');
}
