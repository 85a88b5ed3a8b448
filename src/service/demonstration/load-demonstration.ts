import type { Result } from '../../problem/index.ts';
import { beginDemonstration, endDemonstration } from '../../store/index.ts';
import type { Service } from '../act/index.ts';

/** How it is told how far loading is, and how it is stopped. */
export type DemonstrationOptions = Readonly<{
  onProgress: (words: string) => void;
  stop: AbortSignal;
}>;

/** Loads the demonstration into a database in which nothing has been done yet. */
export async function loadDemonstration(
  service: Service,
  { onProgress }: DemonstrationOptions,
): Promise<Result<null>> {
  const upkeep = { reach: 'upkeep' } as const;
  const today = new Date(service.clock()).toISOString().slice(0, 10);
  await service.store.read(upkeep, async (tx) => beginDemonstration(tx, today));
  onProgress('  organisations and people');
  await service.store.read(upkeep, async (tx) => endDemonstration(tx));
  return { ok: true, value: null };
}
