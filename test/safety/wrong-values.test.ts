import { beforeAll, expect, test } from 'vitest';
import { screens } from '../../src/web/index.ts';
import type { Worker } from '../support/made-workers.ts';
import { type Served, served } from '../support/served.ts';
import { aStore } from '../support/with-store.ts';
import { ask } from './asking.ts';
import { addressOf, type Values, valuesOf } from './plausible.ts';
import { triesOf } from './tried.ts';
import { readWhoMayWhat } from './who-may-what.ts';
import { aWorld, fillIn, type World } from './world.ts';

// Every form that anybody is shown is sent with nothing that is right in any of its fields, and what
// is said of that is said in words: no path of a call, no wording of a schema.

const store = await aStore();
const { screens: rows } = readWhoMayWhat();
let world: World;
let site: Served;
beforeAll(async () => {
  world = await aWorld(store);
  site = await served(world.service);
  const { service, stranger: office, as, one } = world;
  await fillIn({ store, service, as }, { office, programme: one.programme });
});

/** A form of a page: the fields that are filled in, and those that it brings along. */
type PageForm = Readonly<{
  action: string;
  hidden: Readonly<Record<string, string>>;
  fields: readonly Readonly<{ name: string; kind: string }>[];
}>;

function formsIn(html: string): readonly PageForm[] {
  const posted = /<form [^>]*method="post" action="([^"]*)"[^>]*>(.*?)<\/form>/gs;
  return [...html.matchAll(posted)].map(([, action = '', inside = '']) => ({
    action: plain(action),
    ...fieldsIn(inside),
  }));
}

function fieldsIn(inside: string): Pick<PageForm, 'hidden' | 'fields'> {
  const tags = [...inside.matchAll(/<(input|select|textarea) ([^>]*)>/g)].map(([, tag, rest]) => ({
    tag: tag ?? '',
    rest: rest ?? '',
  }));
  const named = tags.map(({ tag, rest }) => ({
    name: plain(/name="([^"]*)"/.exec(rest)?.[1] ?? ''),
    kind: tag === 'input' ? (/type="([^"]*)"/.exec(rest)?.[1] ?? 'text') : tag,
    value: plain(/value="([^"]*)"/.exec(rest)?.[1] ?? ''),
  }));
  const isHidden = ({ kind }: Readonly<{ kind: string }>) => kind === 'hidden';
  return {
    hidden: Object.fromEntries(named.filter(isHidden).map(({ name, value }) => [name, value])),
    fields: named.filter((field) => !isHidden(field) && field.kind !== 'file'),
  };
}

function plain(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}

const ways: readonly Readonly<Record<string, string>>[] = [
  {},
  { date: '31/02/2026', email: 'no address', text: 'not so', other: 'nonsense' },
  { date: '2026-13-01', email: 'x'.repeat(400), text: 'x'.repeat(3000), other: 'x'.repeat(60_000) },
];

function filled({ hidden, fields }: PageForm, way: Readonly<Record<string, string>>) {
  const wrong = fields.map(({ name, kind }) => [name, way[kind] ?? way.other ?? '']);
  return { ...hidden, ...Object.fromEntries(wrong) };
}

function problemsIn(html: string): readonly string[] {
  const said = [...html.matchAll(/class="problem-(?:message|help)">(.*?)<\/p>/gs)];
  return said.map(([, text = '']) => plain(text.replaceAll(/<[^>]*>/g, '')));
}

// Words of a schema, paths of a call, and values that a program would print.
const forPrograms =
  /must (match|be|have|not)\b.*\b(format|pattern|schema|properties|items|characters|equal)|additional properties|\b[a-z]+\.\d+(\.[a-z]+)?\b|\b(undefined|NaN|null)\b|\[object|is not asked for|of the shape|no text\b|no list\b/i;

/** Pages of forms as everybody sees them who may, each form once. */
async function* formsShown(): AsyncGenerator<Readonly<{ form: PageForm; by: Worker | undefined }>> {
  const values: Values = { ...valuesOf(world.one), condition: 'insured' };
  const seen = new Set<string>();
  for (const { method, path } of screens) {
    if (method !== 'GET') continue;
    const row = rows.filter((each) => each.path === path && each.method === method);
    const line = path.endsWith('/why')
      ? `?${new URLSearchParams({ line: String(values.line) })}`
      : path.endsWith('/one')
        ? '?kind=attached'
        : '';
    const tries = [
      ...triesOf(world, row).filter(({ isAllowed }) => isAllowed),
      { by: world.stranger.has('provider_staff') },
    ];
    // Those who are shown a page are shown the same forms, but for few.
    let shown = 0;
    for (const { by } of tries) {
      if (shown === 2) break;
      const page = await ask(site.server, { method, url: addressOf(path, values) + line, by });
      if (page.statusCode === 200) shown += 1;
      for (const form of formsIn(page.body)) {
        const mark = `${form.action} ${form.fields.map(({ name }) => name).join(' ')}`;
        if (form.fields.length === 0 || seen.has(mark)) continue;
        seen.add(mark);
        yield { form, by };
      }
    }
  }
}

test('what is wrong in a form is said in words, and the form stands there again', async () => {
  const faults: string[] = [];
  let sent = 0;
  let refused = 0;
  for await (const { form, by } of formsShown()) {
    for (const way of ways) {
      const { csrf: _, once = '', ...fields } = filled(form, way);
      // A page has a key of its own each time that it is shown.
      const body = { ...fields, once: `${sent}.${once}` };
      const page = await ask(site.server, { method: 'POST', url: form.action, by, body });
      sent += 1;
      if (page.statusCode >= 500) faults.push(`${form.action}: ${page.statusCode}`);
      if (page.statusCode < 400) continue;
      refused += 1;
      const said = problemsIn(page.body);
      if (said.length === 0) faults.push(`${form.action}: refused without a word`);
      for (const each of said.filter((text) => forPrograms.test(text))) {
        faults.push(`${form.action}: ${each.slice(0, 200)}`);
      }
      const again = formsIn(page.body).some(({ fields }) => fields.length > 0);
      if (!again && page.statusCode === 422) faults.push(`${form.action}: the form is gone`);
    }
  }
  expect(faults).toEqual([]);
  expect(sent).toBeGreaterThan(60);
  expect(refused).toBeGreaterThan(40);
});
