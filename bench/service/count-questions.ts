import pg from 'pg';
import { openServer } from '../../src/http/index.ts';
import { routes } from '../../src/http/routes/index.ts';
import type { Service } from '../../src/service/act/index.ts';
import { findActor } from '../../src/service/sign-in/index.ts';
import { screens, showProblems } from '../../src/web/index.ts';
import { loadAssets } from '../../src/web/look/index.ts';
import type { Call } from './ten-calls.ts';

/** How many questions each call asks of the database, one after the other, by what it is. */
export async function countQuestions(
  service: Service,
  calls: readonly Call[],
): Promise<ReadonlyMap<string, number>> {
  const { all: assets, frame: pageAssets } = await loadAssets();
  const options = { service, routes, screens, assets, pageAssets, findActor, showProblems };
  const server = await openServer({ ...options, version: 'bench' });
  const counted = new Map<string, number>();
  const counting = countFrom(pg.Client.prototype);
  try {
    for (const { what, ours } of calls) {
      // What is asked first finds nothing at hand.
      for (const _ of ['first', 'again']) {
        counting.begin();
        const { method, path, headers = {}, body } = ours();
        const payload = body === undefined ? {} : { payload: body as object };
        const { statusCode } = await server.inject({ method, url: path, headers, ...payload });
        if (statusCode >= 400) throw new Error(`${what} was answered ${statusCode}`);
        counted.set(what, counting.count());
      }
    }
    return counted;
  } finally {
    counting.stop();
    await server.close();
  }
}

type Asking = { query: unknown };

// Every question of every connection of this process passes here.
function countFrom(asking: Asking) {
  const query = asking.query as (this: unknown, ...all: unknown[]) => unknown;
  let count = 0;
  asking.query = function counted(this: unknown, ...all: unknown[]) {
    count += 1;
    return query.apply(this, all);
  };
  return {
    begin: () => {
      count = 0;
    },
    count: () => count,
    stop: () => {
      asking.query = query;
    },
  };
}
