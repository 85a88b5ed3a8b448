import { assert, type Result } from '../../problem/index.ts';
import { beginDemonstration, endDemonstration, readContents } from '../../store/index.ts';
import type { Service } from '../act/index.ts';
import { beginProgramme } from '../programmes/index.ts';
import { openAgenda } from './agenda.ts';
import { draftPage } from './pages.ts';
import { organisations } from './people.ts';
import { playFinished } from './play-finished.ts';
import { playLiving } from './play-living.ts';
import { enterSafety } from './play-safety.ts';
import { demonstrationStopped } from './problems.ts';
import { openStage, type Stage } from './stage.ts';

/** How it is told how far loading is, and how it is stopped. */
export type DemonstrationOptions = Readonly<{
  onProgress: (words: string) => void;
  stop: AbortSignal;
}>;

const upkeep = { reach: 'upkeep' } as const;

/**
 * Loads the demonstration into a database in which nothing has been done yet: years of work, done
 * by invented people through the very actions that screens and programs use, each on its day. Until
 * it is whole nobody is answered; broken off, it is to be begun from the beginning.
 */
export async function loadDemonstration(
  service: Service,
  { onProgress, stop }: DemonstrationOptions,
): Promise<Result<null>> {
  const { store } = service;
  const { isUntouched } = await store.read(upkeep, readContents);
  assert(isUntouched, 'a demonstration is loaded where nothing has been done');
  const stage = openStage(service);
  await store.read(upkeep, async (tx) => beginDemonstration(tx, stage.today));
  for await (const words of play(stage)) {
    if (stop.aborted) return { ok: false, problems: [demonstrationStopped()] };
    onProgress(`  ${words}`);
  }
  await store.read(upkeep, endDemonstration);
  return { ok: true, value: null };
}

async function* play(stage: Stage): AsyncGenerator<string> {
  yield 'organisations and people';
  stage.setDay('2018-08-01');
  for (const organisation of organisations) await stage.enter(organisation);
  yield* playFinished(stage);
  // What goes on at the same time is played day by day: what was done stands in its order.
  const agenda = openAgenda(stage);
  enterSafety(stage, agenda);
  yield* playLiving(stage, agenda);
  yield 'a page that is being written';
  stage.setDay(stage.today);
  const text = await draftPage(stage.today);
  await stage.act('ruth@northshire.example', beginProgramme, { name: 'Into work', text });
}
