import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../../src/http/routes/index.ts';
import { perform } from '../../src/service/act/index.ts';
import { referPerson } from '../../src/service/people/index.ts';
import type { Store } from '../../src/store/index.ts';
import { screens } from '../../src/web/index.ts';
import { got } from '../support/made-organisations.ts';
import type { Worker } from '../support/made-workers.ts';
import { type Served, served } from '../support/served.ts';
import { aStore } from '../support/with-store.ts';
import { ask } from './asking.ts';
import { secretTitle } from './marked-page.ts';
import { type Values, valuesOf } from './plausible.ts';
import { tryCall, tryScreen } from './tried.ts';
import { aWorld, personMarkers, type World } from './world.ts';

// Somebody whom a participant has left looks for her. He knows her name, telephone, e-mail and day
// of birth, has a child with her, works with people in another organisation, has read everything
// that is open, and has got hold of ids. He learns nothing: not that she is known, not where.

const store = await aStore();
let world: World;
let server: Served['server'];
let hunters: readonly (Worker | undefined)[];
beforeAll(async () => {
  world = await aWorld(store);
  ({ server } = await served(world.service));
  // Elsewhere, in an organisation that refers to the same programme, in a rival, and on his own.
  const { stranger, referrer, rival, other } = world;
  hunters = [
    stranger.has('case_worker'),
    stranger.has('administrator'),
    referrer.has('case_worker'),
    referrer.has('administrator'),
    rival.provider.has('provider_staff'),
    rival.provider.has('administrator'),
    other.commissioner.has('case_worker'),
    undefined,
  ];
});

const child = { name: 'Robin Wrenfield', bornOn: '2019-05-17' };

const hers = {
  names: [personMarkers.name, child.name],
  bornOn: personMarkers.bornOn,
  ways: [
    { kind: 'text', to: personMarkers.phone },
    { kind: 'e-mail', to: personMarkers.email },
  ],
};

const nobodys = {
  names: ['Avery Longstaff', 'Jules Longstaff'],
  bornOn: '1990-02-14',
  ways: [
    { kind: 'text', to: '+44 7700 900555' },
    { kind: 'e-mail', to: 'avery@example.org' },
  ],
};

// Ids and moments differ from one answer to the next; what is said does not.
const shape = (body: string) =>
  body
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID')
    .replaceAll(/[\w-]{16,}/g, 'RANDOM');

const refer = async (by: Worker, details: object) => {
  const url = `/api/programmes/${world.one.programme}/referrals`;
  const body = { provider: 'Harbour House', way: 'referred', details };
  return ask(server, { method: 'POST', url, by, body });
};

describe('the ex-partner', () => {
  test('refers her by all that he knows, and is answered as for somebody nobody knows', async () => {
    const by = world.referrer.has('case_worker');
    const her = await refer(by, hers);
    const nobody = await refer(by, nobodys);
    expect(her.statusCode).toBe(201);
    expect(nobody.statusCode).toBe(her.statusCode);
    expect(shape(her.body)).toBe(shape(nobody.body));
    expect(her.json<{ participant: string }>().participant).not.toBe(world.one.ids.participant);
  });

  test('asks the same of the database for her as for somebody whom nobody knows', async () => {
    const actor = await world.as(world.referrer.has('case_worker'));
    const asked = async (details: object) => {
      const heard: string[] = [];
      const service = { ...world.service, store: heardBy(heard) };
      const { programme } = world.one;
      const input = { programme, provider: 'Sea View', way: 'referred', details };
      got(await perform(service, referPerson, { actor, input }));
      return heard;
    };
    expect(await asked(hers)).toEqual(await asked(nobodys));
  });

  test('types what he knows wherever something can be typed, and is answered alike', async () => {
    const wrong: string[] = [];
    let count = 0;
    const { programme } = world.one;
    const typed = [
      [personMarkers.email, 'avery@example.org'],
      [personMarkers.phone, '+44 7700 900555'],
      [personMarkers.name, 'Avery Longstaff'],
      [personMarkers.bornOn, '1990-02-14'],
    ] as const;
    for (const [known, unknown] of typed) {
      for (const by of hunters) {
        for (const [method, path, field] of [
          ['POST', `/programmes/${programme}/participants`, 'reference'],
          ['GET', '/sentences', 'find'],
          ['POST', '/sign-in', 'email'],
          ['POST', '/sign-in/passkey', 'email'],
        ] as const) {
          const answers = [];
          for (const text of [known, unknown]) {
            const query = method === 'GET' ? `?${new URLSearchParams({ [field]: text })}` : '';
            const body = {
              [field]: text,
              password: 'a guess of his own',
              name: 'He',
              organisation: 'His',
            };
            // Each try from elsewhere: how often he tries is not what is asked here.
            count += 1;
            const headers = { 'x-forwarded-for': `2001:db8::${count.toString(16)}` };
            const answer = await ask(server, { method, url: path + query, by, body, headers });
            const to = decoded(String(answer.headers.location ?? ''));
            const said = typedOut(`${answer.statusCode} ${to} ${answer.body}`, text);
            answers.push(shape(said));
          }
          if (answers[0] !== answers[1]) {
            wrong.push(`${method} ${path} ${known} by ${by?.name}: ${firstDifference(answers)}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('with her ids in hand opens everything there is, and reads nothing of her or of workers', async () => {
    const secret = new RegExp(
      [
        personMarkers.name,
        personMarkers.phone.replaceAll(/\W/g, '\\W?'),
        personMarkers.email,
        personMarkers.bornOn,
        personMarkers.place,
        'Northshire-worker',
        'Harbour-worker',
        'Verity-worker',
      ].join('|'),
      'i',
    );
    const found: string[] = [];
    // Links that were given to others are secrets of theirs: he has none of them.
    const values = { ...valuesOf(world.one), token: 'unknown', wayBack: 'unknown' };
    for (const by of hunters) {
      for (const [what, body] of await everything(by, values)) {
        const shown = secret.exec(body);
        if (shown !== null) found.push(`${what} to ${by?.name ?? 'nobody'}: ${shown[0]}`);
      }
    }
    expect(found).toEqual([]);
  });

  test('sees in no name of a file, title, link or address what the programme is about', async () => {
    const found: string[] = [];
    const words = /refuge|violence/i;
    const values = valuesOf(world.one);
    const by = world.referrer.has('case_worker');
    for (const screen of screens.filter(({ method }) => method === 'GET')) {
      const { body, to } = await tryScreen(screen, { server, by, values });
      const title = /<title>([^<]*)/.exec(body)?.[1] ?? '';
      const links = [...body.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, link = '']) => link);
      for (const text of [title, to, ...links]) {
        if (words.test(text)) found.push(`${screen.path}: ${text}`);
      }
    }
    for (const [method, path] of filesOf(world.one.programme, values)) {
      const office = world.one.commissioner;
      const answer = await ask(server, { method, url: path, by: office.has('auditor') });
      const name = String(answer.headers['content-disposition'] ?? '');
      if (words.test(name)) found.push(`${path}: ${name}`);
    }
    expect(found).toEqual([]);
    expect(secretTitle).toMatch(words);
  });

  test('is told of nobody’s being a user of the service by trying to sign in', async () => {
    const known = world.one.commissioner.has('case_worker').email;
    const answers = [];
    for (const email of [known, `${randomUUID()}@example.org`]) {
      const body = { email, password: 'a guess of his own' };
      const answer = await ask(server, { method: 'POST', url: '/sign-in', body });
      answers.push(`${answer.statusCode} ${shape(answer.body.replaceAll(email, 'TYPED'))}`);
    }
    expect(answers[0]).toBe(answers[1]);
  });
});

/** The same store; the texts of its questions are written down as they are asked. */
function heardBy(heard: string[]): Store {
  const within: Store['within'] = async (reach, work) =>
    store.within(reach, async (tx) => {
      const client = new Proxy(tx.client, {
        get: (target, name) => (name === 'query' ? query : Reflect.get(target, name)),
      });
      const asIs = Reflect.get(tx.client, 'query') as (...all: readonly unknown[]) => unknown;
      const query = (...asked: readonly unknown[]): unknown => {
        heard.push(statementOf(asked[0]));
        return Reflect.apply(asIs, tx.client, asked);
      };
      return work({ ...tx, client });
    });
  return { ...store, within };
}

function statementOf(asked: unknown): string {
  return typeof asked === 'string' ? asked : (asked as Readonly<{ text: string }>).text;
}

// An address carries what was typed through a sign-in, wrapped each time.
function decoded(to: string): string {
  const next = decodeURIComponent(to.replaceAll('+', ' '));
  return next === to ? to : decoded(next);
}

function typedOut(said: string, text: string): string {
  const ways = [text, text.toLowerCase(), text.replaceAll('+', ' '), text.replaceAll('+', '&#43;')];
  return ways.reduce((all, each) => all.replaceAll(each, 'TYPED'), said);
}

function firstDifference([one = '', other = '']: readonly string[]): string {
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return `${one.slice(at - 40, at + 60)} | ${other.slice(at - 40, at + 60)}`;
}

async function everything(by: Worker | undefined, values: Values) {
  const answers: (readonly [string, string])[] = [];
  for (const route of routes.filter(({ path }) => !/^\/account|members/.test(path))) {
    const { body } = await tryCall(route, { server, by, values });
    answers.push([`${route.method} /api${route.path}`, body]);
  }
  for (const screen of screens.filter(
    ({ path }) => !/^\/(?:account|organisation|sign-out)/.test(path),
  )) {
    const { body, to } = await tryScreen(screen, { server, by, values });
    answers.push([`${screen.method} ${screen.path}`, textOf(body) + to]);
  }
  return answers;
}

// Who is signed in reads their own name on every page.
function textOf(body: string): string {
  return body.replaceAll(/<[^>]*>/g, ' ');
}

function filesOf(programme: string, values: Values): readonly (readonly ['GET', string])[] {
  const at = `/programmes/${programme}`;
  const settlement = `${at}/settlements/${String(values.settlement)}`;
  return [
    `${at}/versions/1/files/pdf`,
    `${at}/versions/1/files/markdown`,
    `${at}/journal`,
    `${settlement}/files/lines`,
    `${settlement}/files/result`,
    `${settlement}/statements/Harbour%20House/files/csv`,
    `${settlement}/statements/Harbour%20House/files/pdf`,
    `/api${settlement}/payment-file`,
  ].map((path) => ['GET', path] as const);
}
