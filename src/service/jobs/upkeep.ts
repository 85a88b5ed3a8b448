import { assert } from '../../problem/index.ts';
import { perform, type Service } from '../act/index.ts';
import { keepUpProviders } from '../joining/index.ts';
import { sweepSignIns } from '../sign-in/index.ts';

/** The task of the queue that comes once a day. */
export const upkeepTask = 'upkeep';

/**
 * What the service does by itself each day. Each part is done on its own and bears being done
 * again: where one cannot be done, the queue tries it all once more.
 */
export async function keepUp(service: Service): Promise<void> {
  const asked = { actor: { kind: 'service' }, input: {} } as const;
  const results = [
    await perform(service, keepUpProviders, asked),
    await perform(service, sweepSignIns, asked),
  ];
  const problems = results.flatMap((result) => (result.ok ? [] : result.problems));
  const codes = problems.map(({ code }) => code).join(', ');
  assert(problems.length === 0, `the daily upkeep meets no problem (${codes})`);
}
