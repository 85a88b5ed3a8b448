import type { ColumnSource } from '../../facts/index.ts';
import { givenLines, type OwedByColumn, type Plan } from '../../settlement/index.ts';
import type { SeenFacts } from '../settling/seen-facts.ts';
import { settleFacts } from './settle-facts.ts';
import type { Given, SettlingGround } from './settling.ts';

/** What is owed now, and what was seen of the facts on the way. */
export type Now = Readonly<{
  source: ColumnSource;
  owed: OwedByColumn;
  seen: SeenFacts;
  given: Given | undefined;
}>;

type Asked = Readonly<{ plan: Plan; source: ColumnSource; given: Given | undefined }>;

/** Works out what is owed now. */
export async function settleNow(
  ground: SettlingGround,
  { plan, source, given }: Asked,
): Promise<Now> {
  const lines = given === undefined ? [] : givenOf(given, plan.currency);
  return { source, given, ...(await settleFacts(ground, { plan, source, given: lines })) };
}

/** What was settled for those whose facts can no longer be read, as the engine takes it. */
export function givenOf({ lines, notPaid }: Given, currency: string) {
  const people = new Set(lines.flatMap(({ participant }) => participant ?? []));
  return givenLines({ currency, lines, notPaid }, people);
}
