import { noPlace, type Place, type Problem } from '../../problem/index.ts';

/** What stands against facts that are being sent: all is counted, not all is kept. */
export type Objections = { readonly kept: Problem[]; count: number };

/** More problems than these are counted, not kept. */
export const problemsMax = 1000;

export function noObjections(): Objections {
  return { kept: [], count: 0 };
}

/** Keeps what stands against a row. */
export function object(objections: Objections, problem: () => Problem): void {
  objections.count += 1;
  if (objections.kept.length < problemsMax) objections.kept.push(problem());
}

/** Adds what was found elsewhere. */
export function addObjections(objections: Objections, { kept, count }: Readonly<Objections>): void {
  objections.kept.push(...kept.slice(0, problemsMax - objections.kept.length));
  objections.count += count;
}

/** Where a row of what was sent stands. */
export function placeOfRow(line: number, field?: string): Place {
  const place = { ...noPlace(), line };
  return field === undefined ? place : { ...place, field };
}
