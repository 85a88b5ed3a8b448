import { type Day, dayNumber, dayOf } from '../../src/calendar/index.ts';
import type { Service } from '../../src/service/act/index.ts';
import type { Store } from '../../src/store/index.ts';
import { readExamplePage } from './example-folders.ts';
import { aCast } from './made-facts.ts';
import { factsByDay, playFacts, type Stage, settled } from './made-settlements.ts';

/** How far the example is played, and in what it differs from how it stands in its folder. */
export type Play = Readonly<{
  /** The days as at which it is settled and approved, each on the next day. */
  settledOn: readonly string[];
  /** Until when facts come in that no settlement counts yet; the next day is today. */
  thenBy?: string;
  page?: string;
  others?: Parameters<typeof aCast>[2];
}>;

export type Settled = Awaited<ReturnType<typeof settled>>;

export type Played = Readonly<{
  stage: Stage;
  /** Its settlements, in the order of their days. */
  done: Settled[];
}>;

type Ground = Readonly<{ store: Store; service: Service; setDay: (day: string) => void }>;

const council = 'Northshire Council';

/** In the order in which their statements are listed. */
export const northshireProviders = ['Bright Futures', 'Harbour House', 'Northshire Mutual'];

/** The example of Northshire through the service: its facts by their days, settled on some. */
export async function playNorthshire(
  { store, service, setDay }: Ground,
  play: Play,
): Promise<Played> {
  const { settledOn, thenBy, page = readExamplePage('northshire'), others = {} } = play;
  const cast = await aCast(store, page, {
    [council]: 'commissioner',
    ...Object.fromEntries(northshireProviders.map((name) => [name, 'provider'] as const)),
    ...others,
  });
  const stage: Stage = { service, setDay, cast, commissioner: council };
  const days = factsByDay('northshire');
  let after = '';
  const playedBy = async (by: string) => {
    await playFacts(stage, days, { after, by });
    setDay(dayOf(dayNumber(by as Day) + 1));
    after = by;
  };
  const done: Settled[] = [];
  for (const by of settledOn) {
    await playedBy(by);
    done.push(await settled(stage, by));
  }
  if (thenBy !== undefined) await playedBy(thenBy);
  return { stage, done };
}
