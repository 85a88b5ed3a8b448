import type { Contract, Outcome } from '../contract.ts';
import {
  after,
  allOf,
  anyOf,
  between,
  onceReached,
  onlyAfter,
  takesThePlaceOf,
  within,
} from '../forms/outcome.ts';
import { complain, type Reader, rangeOf } from '../read/reader.ts';
import { findTerm } from '../wording/form.ts';

/** The outcomes that one outcome waits for or is counted from. */
export function restsOn({ definition }: Outcome): readonly string[] {
  const anchors = [within, between, after].flatMap((form) => {
    const anchor = findTerm(definition, form)?.anchor;
    return anchor?.is === 'outcome' ? [anchor.outcome] : [];
  });
  return [
    ...anchors,
    ...(findTerm(definition, allOf)?.outcomes ?? []),
    ...(findTerm(definition, anyOf)?.outcomes ?? []),
    ...(findTerm(definition, onlyAfter)?.outcomes ?? []),
    ...(findTerm(definition, takesThePlaceOf)?.outcomes ?? []),
    ...[findTerm(definition, onceReached)?.outcome ?? []].flat(),
  ];
}

/** No outcome waits for itself, whether straight or through others. */
export function checkCircles(contract: Contract, reader: Reader): void {
  const byName = new Map(contract.outcomes.outcomes.map((outcome) => [outcome.name, outcome]));
  for (const outcome of byName.values()) {
    const circle = circleFrom(outcome, byName);
    if (!circle) continue;
    complain(reader, rangeOf(reader, outcome), {
      code: 'outcome.waits_for_itself',
      message:
        `"${outcome.name}" would wait for itself: ` +
        `${[...circle, outcome.name].join(', then ')}.`,
      help: 'Take one of these out of the circle.',
    });
  }
}

function circleFrom(
  start: Outcome,
  byName: ReadonlyMap<string, Outcome>,
): readonly string[] | undefined {
  const paths: string[][] = [[start.name]];
  const seen = new Set<string>();
  for (let path = paths.shift(); path; path = paths.shift()) {
    const last = byName.get(path.at(-1) ?? '');
    for (const next of last ? restsOn(last) : []) {
      if (next === start.name) return path;
      if (!seen.has(next)) paths.push([...path, next]);
      seen.add(next);
    }
  }
  return undefined;
}
