import {
  keysOf,
  type Owed,
  owed,
  rekeyFacts,
  rekeyResult,
  settlementResult,
} from '../../src/settlement/index.ts';
import type { World } from './world.ts';

/** Participants and facts under other names that sort as theirs did. */
export function rekeyedOff({ plan, facts, asAt }: World, settled: Owed): string[] {
  const resultOf = (each: Owed) => settlementResult(each, { contract: 'world', language: 1 });
  const result = resultOf(settled);
  const keys = keysOf(facts, [result]);
  const again = resultOf(owed(plan, rekeyFacts(facts, keys), asAt));
  const wanted = rekeyResult(result, keys).lines;
  return wanted.flatMap((line, index) => {
    const other = again.lines[index];
    return JSON.stringify(line) === JSON.stringify(other) ? [] : [line.line];
  });
}
