import { beforeAll, describe, expect, test } from 'vitest';
import type { Route, Screen } from '../../src/http/index.ts';
import { routes } from '../../src/http/routes/index.ts';
import { type Actor, type Duty, duties, mayDo } from '../../src/service/access/index.ts';
import type { Action } from '../../src/service/act/index.ts';
import { screens } from '../../src/web/index.ts';
import { type Served, served } from '../support/served.ts';
import { aStore } from '../support/with-store.ts';
import { countRows, tablesChanged } from './count-rows.ts';
import { valuesOf } from './plausible.ts';
import {
  type Answered,
  isRefusedCall,
  isRefusedScreen,
  type Try,
  triesOf,
  tryCall,
  tryScreen,
} from './tried.ts';
import { type Row, readWhoMayWhat } from './who-may-what.ts';
import { aWorld, type World } from './world.ts';

const store = await aStore();
const document = readWhoMayWhat();

let world: World;
let server: Served['server'];
beforeAll(async () => {
  world = await aWorld(store);
  ({ server } = await served(world.service));
});

type Named = Readonly<{ method: string; path: string }>;

const keyOf = ({ method, path }: Named) => `${method} ${path}`;
const asCall = <T extends Named>(route: T): T => ({ ...route, path: `/api${route.path}` });

describe('the document and the code', () => {
  test('every call stands in the document, and nothing else does', () => {
    const named = document.calls.map(keyOf).toSorted();
    expect(named).toEqual(routes.map((route) => keyOf(asCall(route))).toSorted());
  });

  test('every screen stands in the document, and nothing else does', () => {
    const named = new Set(document.screens.map(keyOf));
    expect([...named].toSorted()).toEqual(screens.map(keyOf).toSorted());
  });

  test('a call asks for the duties and the parts that the document says', () => {
    const said = document.calls.map(({ who, parts, ...row }) => {
      const held = typeof who === 'string' ? who : duties.filter((each) => who.includes(each));
      return `${keyOf(row)}: ${listed(held)} at ${listed(parts)}`;
    });
    const inCode = routes.map(({ action, ...route }) => {
      const { parts = [] } = action;
      return `${keyOf(asCall(route))}: ${listed(whoOf(action))} at ${listed(parts)}`;
    });
    expect(said.toSorted()).toEqual(inCode.toSorted());
  });
});

const listed = (words: string | readonly string[]) => [words].flat().toSorted().join(', ');

function actorWith(held: readonly Duty[]): Actor {
  const by = { way: 'sign-in', mark: '' } as const;
  return { kind: 'account', account: '', name: '', organisations: [], duties: held, by };
}

// Who may do it as it comes out: an action that shows money is for duties that see money.
function whoOf(action: Action): Row['who'] {
  const held = duties.filter((duty) => mayDo(action, actorWith([duty])).ok);
  const isAll = held.length === duties.length;
  if (mayDo(action, { kind: 'anyone' }).ok) return isAll ? 'anyone' : 'anyone but case workers';
  return isAll ? 'signed in' : held;
}

function rowsOf(rows: readonly Row[], asked: Named): readonly Row[] {
  return rows.filter((each) => keyOf(each) === keyOf(asked));
}

const called = (route: Route) => rowsOf(document.calls, asCall(route));
const seen = (screen: Screen) => rowsOf(document.screens, screen);
const words = (asked: Named, { as }: Try, { status, code }: Answered) =>
  `${keyOf(asked)} by ${as}: ${status} ${code}`;

// What ends things comes last, so that the others find them there.
const ending = /erasure|aside|members\/:account$|notice|give-up|\/end|leave|password|sign-out/;
const endingLast = <T extends Named>(all: readonly T[]): readonly T[] => [
  ...all.filter(({ path }) => !ending.test(path)),
  ...all.filter(({ path }) => ending.test(path)),
];

describe('every call', () => {
  test('refuses whoever the document does not name, and nothing is changed by them', async () => {
    const wrong: string[] = [];
    let before = await countRows(store);
    for (const route of routes) {
      const rows = called(route);
      for (const each of triesOf(world, rows).filter(({ isAllowed }) => !isAllowed)) {
        const values = valuesOf(world.one);
        const answered = await tryCall(route, { server, by: each.by, values });
        const isRight =
          isRefusedCall(answered) && (each.by !== undefined || answered.status === 401);
        if (!isRight) wrong.push(words(route, each, answered));
      }
      const after = await countRows(store);
      const changed = tablesChanged(before, after);
      before = after;
      if (changed.length > 0) wrong.push(`${keyOf(route)} changed ${changed.join(', ')}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('every screen', () => {
  test('refuses whoever the document does not name, and nothing is changed by them', async () => {
    const wrong: string[] = [];
    let before = await countRows(store);
    for (const screen of screens) {
      const rows = seen(screen);
      for (const each of triesOf(world, rows).filter(({ isAllowed }) => !isAllowed)) {
        const values = valuesOf(world.one);
        const answered = await tryScreen(screen, { server, by: each.by, values });
        // A form that says nothing may be told so before it is asked for whom it is.
        const isEmptyForm = screen.method === 'POST' && [303, 422].includes(answered.status);
        if (!isRefusedScreen(answered) && !isEmptyForm) wrong.push(words(screen, each, answered));
      }
      const after = await countRows(store);
      const changed = tablesChanged(before, after);
      before = after;
      if (changed.length > 0) wrong.push(`${keyOf(screen)} changed ${changed.join(', ')}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('whoever the document names', () => {
  test('is shown every screen that is only read', async () => {
    const wrong: string[] = [];
    for (const screen of screens.filter(({ method }) => method === 'GET')) {
      const rows = seen(screen);
      for (const each of triesOf(world, rows).filter(({ isAllowed }) => isAllowed)) {
        const values = valuesOf(world.one);
        const answered = await tryScreen(screen, { server, by: each.by, values });
        // What is there is another's where neither the commissioner nor its provider looks; rows of
        // a file are for who sent it.
        const { commissioner, provider } = world.one;
        const owners = screen.path.endsWith('rows-to-mend') ? [provider] : [commissioner, provider];
        const isOwn = owners.some(({ organisation }) => organisation === each.by?.organisation);
        const isNotTheirs = answered.status === 404 && !isOwn;
        const isWrong = (isRefusedScreen(answered) && !isNotTheirs) || answered.status >= 500;
        if (isWrong) wrong.push(words(screen, each, answered));
      }
    }
    expect(wrong).toEqual([]);
  });

  test('is answered by every call', async () => {
    const wrong: string[] = [];
    for (const route of endingLast(routes)) {
      const rows = called(route);
      for (const each of triesOf(world, rows).filter(({ isAllowed }) => isAllowed)) {
        const values = valuesOf(world.one);
        const answered = await tryCall(route, { server, by: each.by, values });
        const isWrong = isRefusedCall(answered) || answered.status >= 500;
        if (isWrong) wrong.push(words(route, each, answered));
      }
    }
    expect(wrong).toEqual([]);
  });

  test('is answered by every form', async () => {
    const wrong: string[] = [];
    for (const screen of endingLast(screens.filter(({ method }) => method === 'POST'))) {
      const rows = seen(screen);
      for (const each of triesOf(world, rows).filter(({ isAllowed }) => isAllowed)) {
        const values = valuesOf(world.one);
        const answered = await tryScreen(screen, { server, by: each.by, values });
        const isWrong = [401, 403].includes(answered.status) || answered.status >= 500;
        if (isWrong) wrong.push(words(screen, each, answered));
      }
    }
    expect(wrong).toEqual([]);
  });
});
