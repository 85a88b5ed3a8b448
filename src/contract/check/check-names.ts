import type { Contract } from '../contract.ts';
import { placeOf } from '../page/source.ts';
import { wordsOf } from '../page/tokens.ts';
import { complain, type Reader, rangeOf } from '../read/reader.ts';
import { builtInWords } from '../reserved-kinds.ts';

/** Each name is declared once, whatever its capitals. */
export function checkNames(contract: Contract, reader: Reader): void {
  const { people, facts, outcomes } = contract;
  once(
    people.groups.map((group) => [group.name, group] as const),
    'group',
    reader,
  );
  once(
    facts.kinds.flatMap((kind) => kind.names.map((name) => [name, kind] as const)),
    'kind of fact',
    reader,
  );
  once(
    outcomes.outcomes.map((outcome) => [outcome.name, outcome] as const),
    'outcome',
    reader,
  );
  once(
    contract.measures?.measures.map((measure) => [measure.name, measure] as const) ?? [],
    'measure',
    reader,
  );
  checkMeasureNames(contract, reader);
  once(
    contract.periods.map((period) => [period.name, period] as const),
    'period',
    reader,
  );
  for (const outcome of outcomes.outcomes) {
    const words = outcome.name.toLowerCase();
    const isClaimed = outcome.definition[0]?.form === 'claimed';
    const builtIn = builtInWords.has(words) ? words : undefined;
    const kind = reader.names.kinds.byWords.get(words) ?? builtIn;
    if (isClaimed && kind !== undefined) {
      complain(reader, rangeOf(reader, outcome), {
        code: 'outcome.claim_named_as_a_kind',
        message: `A claim of "${outcome.name}" could not be told from the kind of fact "${kind}".`,
        help: 'Give one of them another name, or let the outcome rest on the kind of fact.',
      });
    }
  }
}

/** Sentences name outcomes and measures in the same places. */
function checkMeasureNames({ measures }: Contract, reader: Reader): void {
  for (const measure of measures?.measures ?? []) {
    const outcome = reader.names.outcomes.byWords.get(wordsOf(measure.name).join(' '));
    if (outcome === undefined) continue;
    complain(reader, rangeOf(reader, measure), {
      code: 'measure.named_as_an_outcome',
      message: `The measure "${measure.name}" could not be told from the outcome "${outcome}".`,
      help: 'Give one of them another name.',
    });
  }
}

function once(named: readonly (readonly [string, object])[], what: string, reader: Reader): void {
  const seen = new Map<string, object>();
  for (const [name, part] of named) {
    const key = wordsOf(name).join(' ');
    const earlier = seen.get(key);
    if (earlier) {
      const { line } = placeOf(reader.source, rangeOf(reader, earlier));
      complain(reader, rangeOf(reader, part), {
        code: 'name.declared_twice',
        message: `The ${what} "${name}" is declared already, in line ${line}.`,
        help: 'Give it another name, or take one of the two out.',
      });
    } else seen.set(key, part);
  }
}
