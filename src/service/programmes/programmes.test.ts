// What is done with a page, from its first draft to what binds a provider, on the real database.
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { aService, codesOf } from '../../../test/support/made-facts.ts';
import { aMember, got } from '../../../test/support/made-organisations.ts';
import {
  aProgramme,
  aPublishedProgramme,
  aStaff,
  northshire,
  northshireNext,
  published,
} from '../../../test/support/made-programmes.ts';
import { aStore } from '../../../test/support/with-store.ts';
import { perform } from '../act/index.ts';
import {
  beginProgramme,
  beginVersion,
  checkDraft,
  checkTyped,
  compareDraft,
  compareVersion,
  findSentences,
  givePublished,
  listEarlier,
  listOwnProgrammes,
  listPublished,
  listPutForward,
  listTemplates,
  pageLengthMax,
  publishPage,
  putForward,
  readDraft,
  readEarlierDraft,
  readProgramme,
  readPublic,
  refuseVersion,
  restoreDraft,
  withdrawVersion,
  writeDraft,
} from './index.ts';

const store = await aStore();
const { service } = await aService(store, '2027-02-01');
const staff = await aStaff(service);
const commissioner = await staff.as('commissioner');
const publisher = await staff.as('publisher');
const others = await aStaff(service, 'Southmere Council');
const anyone = { kind: 'anyone' } as const;

const wrong = northshire.replace('Pays £570', 'Pays £580');

describe('a draft', () => {
  test('a programme is begun from the usual page, an empty one, an example or a text', async () => {
    const starts = [{}, { start: 'empty' }, { start: 'northshire' }, { text: '# My own\n' }];
    const titles = [];
    for (const start of starts) {
      const input = { name: 'Homes first', ...start };
      const { programme } = got(
        await perform(service, beginProgramme, { actor: commissioner, input }),
      );
      const draft = got(
        await perform(service, readDraft, { actor: commissioner, input: { programme } }),
      );
      titles.push(draft.text.split('\n')[0]);
    }
    expect(titles).toEqual(['# Homes first', '# Homes first', '# Homes first', '# My own']);
    const input = { name: 'Homes first', start: '../secrets' };
    const refused = await perform(service, beginProgramme, { actor: commissioner, input });
    expect(codesOf(refused)).toEqual(['template.not_there start']);
    const { templates } = got(
      await perform(service, listTemplates, { actor: commissioner, input: {} }),
    );
    expect(templates).toContainEqual({
      name: 'northshire',
      title: 'Leaving care well, Northshire',
    });
  });

  test('what a draft was is kept, and can be had back', async () => {
    const programme = await aProgramme({ service, staff });
    const write = (revision: number, text: string) =>
      perform(service, writeDraft, { actor: commissioner, input: { programme, revision, text } });
    expect(got(await write(1, '# One\r\n'))).toEqual({ revision: 2 });
    expect(got(await write(2, '# Two\n'))).toEqual({ revision: 3 });
    expect(got(await write(3, '# Two\n'))).toEqual({ revision: 3 });
    expect(codesOf(await write(1, '# Other\n'))).toEqual(['revision.changed_meanwhile revision']);
    const asked = { actor: commissioner, input: { programme } };
    const { revisions } = got(await perform(service, listEarlier, asked));
    expect(revisions.map(({ revision, changedBy }) => [revision, changedBy])).toEqual([
      [2, 'commissioner'],
      [1, 'commissioner'],
    ]);
    const before = { programme, revision: 2 };
    const earlier = await perform(service, readEarlierDraft, {
      actor: commissioner,
      input: before,
    });
    expect(got(earlier).text).toBe('# One\n');
    const back = { programme, revision: 3, earlier: 1 };
    got(await perform(service, restoreDraft, { actor: commissioner, input: back }));
    expect(got(await perform(service, readDraft, asked))).toMatchObject({
      revision: 4,
      text: northshire,
    });
  });

  test('of two who write at once, one is told that it was changed meanwhile', async () => {
    const programme = await aProgramme({ service, staff });
    const write = (text: string) =>
      perform(service, writeDraft, {
        actor: commissioner,
        input: { programme, revision: 1, text },
      });
    const results = await Promise.all([write('# One\n'), write('# Two\n'), write('# Three\n')]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.flatMap(codesOf)).toEqual(Array(2).fill('revision.changed_meanwhile revision'));
  });

  test('a page is checked as it is typed: problems with places, examples with reasons', async () => {
    const programme = await aProgramme({ service, staff });
    const check = async (text: string) =>
      got(await perform(service, checkTyped, { actor: commissioner, input: { programme, text } }));
    const good = await check(northshire);
    expect(good).toMatchObject({ isWithoutErrors: true, version: 1, worth: '2250000.00' });
    expect(good.examples.map(({ passed, pays }) => [passed, pays])).toEqual([
      [true, '5390.00'],
      [true, '570.00'],
      [true, '0.00'],
    ]);
    const bad = await check(wrong);
    expect(bad.isWithoutErrors).toBe(false);
    expect(bad.problems.map(({ code, at }) => [code, at.line > 0])).toEqual([
      ['example.pays_otherwise', true],
    ]);
    const broken = await check('# Page\n\n- Nonsense.\n');
    expect(broken.problems.every(({ at }) => at.line > 0)).toBe(true);
    expect(broken.tidy).toBeUndefined();
  });

  test('a text that is too long to be checked at once is refused unread', async () => {
    const programme = await aProgramme({ service, staff });
    const input = { programme, text: 'x'.repeat(pageLengthMax + 1) };
    expect(codesOf(await perform(service, checkTyped, { actor: commissioner, input }))).toEqual([
      'input.otherwise text',
    ]);
  });

  test('sentences are found by words of their wording and their meaning', async () => {
    const input = { find: 'notice review prices' };
    const { sentences } = got(await perform(service, findSentences, { actor: anyone, input }));
    expect(sentences.map(({ section }) => section)).toContain('Learning');
    expect(sentences.length).toBeLessThan(5);
  });
});

describe('publishing', () => {
  test('one puts forward, another publishes, and then anybody reads it', async () => {
    const programme = await aProgramme({ service, staff });
    const asked = { actor: anyone, input: { programme } };
    expect(codesOf(await perform(service, readPublic, asked))).toEqual([
      'programme.not_there programme',
    ]);
    expect(await published(service, staff, { programme, revision: 1 })).toBe(1);
    const page = got(await perform(service, readPublic, asked));
    expect(page).toMatchObject({
      version: 1,
      commissioner: 'Northshire Council',
      text: northshire,
      isAboutSafety: true,
      isWithoutAmounts: false,
    });
    const list = got(await perform(service, listPublished, { actor: anyone, input: {} }));
    expect(list.programmes.map((each) => each.programme)).toContain(programme);
    const own = got(await perform(service, listOwnProgrammes, { actor: commissioner, input: {} }));
    const listed = own.programmes.find((each) => each.programme === programme);
    expect(listed).toMatchObject({ name: page.neutralName, version: 1, parts: ['commissioner'] });
    for (const [format, start] of [
      ['pdf', '%PDF-'],
      ['markdown', '# Leaving care well'],
      ['json', '{\n  "language": 1'],
    ] as const) {
      const input = { programme, version: 1, format };
      const file = got(await perform(service, givePublished, { actor: anyone, input }));
      expect(Buffer.from(file.body).toString('latin1').slice(0, start.length)).toBe(start);
      expect(file.name).not.toContain('care');
    }
  });

  test('a case worker reads the public page without its amounts, and is given no file', async () => {
    const programme = await aPublishedProgramme({ service, staff });
    const actor = await staff.as('case_worker');
    const page = got(await perform(service, readPublic, { actor, input: { programme } }));
    expect(page.isWithoutAmounts).toBe(true);
    expect(page.text).not.toMatch(/£\d|\d£/);
    expect(page.text).toContain('**Settled**');
    const asked = { actor, input: { find: 'grant' } };
    const { sentences } = got(await perform(service, findSentences, asked));
    expect(JSON.stringify(sentences)).not.toMatch(/£\d/);
    const input = { programme, version: 1, format: 'markdown' };
    expect(codesOf(await perform(service, givePublished, { actor, input }))).toEqual([
      'access.without_money',
    ]);
  });

  test('who put a page forward does not publish it, whatever their duties', async () => {
    const both = await staff.as('commissioner', 'publisher');
    const programme = await aProgramme({ service, staff });
    const put = { programme, revision: 1 };
    const { number, pageHash } = got(
      await perform(service, putForward, { actor: both, input: put }),
    );
    const input = { programme, number, pageHash };
    expect(codesOf(await perform(service, publishPage, { actor: both, input }))).toEqual([
      'version.of_own_work',
    ]);
    const refusal = { programme, number, reason: 'terms_unclear' };
    expect(codesOf(await perform(service, refuseVersion, { actor: both, input: refusal }))).toEqual(
      ['version.of_own_work'],
    );
    expect(codesOf(await perform(service, publishPage, { actor: commissioner, input }))).toEqual([
      'access.without_duty',
    ]);
    got(await perform(service, publishPage, { actor: publisher, input }));
  });

  test('a publisher publishes up to a limit, which a page without one is over', async () => {
    const { organisation } = staff;
    const limitOf = (amount: string, currency = 'GBP') =>
      aMember(service, organisation, { duties: ['publisher'], limit: { amount, currency } });
    const tryAs = async (text: string, amount: string, currency = 'GBP') => {
      const programme = await aProgramme({ service, staff, text });
      const put = { programme, revision: 1 };
      const { number, pageHash } = got(
        await perform(service, putForward, { actor: commissioner, input: put }),
      );
      const input = { programme, number, pageHash };
      return codesOf(
        await perform(service, publishPage, { actor: await limitOf(amount, currency), input }),
      );
    };
    const endless = northshire
      .replace('It may spend £2,250,000 in all.\n', '')
      .replace(/^- Each attachment reserves.*\n/m, '');
    expect(await tryAs(northshire, '2249999.99')).toEqual(['version.over_limit']);
    expect(await tryAs(northshire, '9000000', 'EUR')).toEqual(['version.over_limit']);
    expect(await tryAs(northshire, '2250000')).toEqual([]);
    expect(await tryAs(endless, '9000000')).toEqual(['version.without_limit']);
  });

  test('a page with errors, with a wrong example or with none is not put forward', async () => {
    const untried = `${northshire.slice(0, northshire.indexOf('## Examples')).trimEnd()}\n`;
    const codes = [];
    for (const text of ['# Page\n\n- Nonsense.\n', wrong, untried]) {
      const programme = await aProgramme({ service, staff, text });
      const input = { programme, revision: 1 };
      const result = await perform(service, putForward, { actor: commissioner, input });
      codes.push(result.ok ? 'ok' : result.problems.at(-1)?.code);
    }
    expect(codes.slice(1)).toEqual(['example.pays_otherwise', 'version.no_worked_example']);
    expect(codes[0]).not.toBe('ok');
  });

  test('one page waits at a time, can be taken back, and is decided once', async () => {
    const programme = await aProgramme({ service, staff });
    const input = { programme, revision: 1 };
    const put = () => perform(service, putForward, { actor: commissioner, input });
    const twice = await Promise.all([put(), put()]);
    expect(twice.flatMap(codesOf)).toEqual(['version.waits_already']);
    got(
      await perform(service, withdrawVersion, {
        actor: commissioner,
        input: { programme, number: 1 },
      }),
    );
    const { number, pageHash } = got(await put());
    const second = await aMember(service, staff.organisation, { duties: ['publisher'] });
    const decisions = await Promise.all([
      perform(service, publishPage, { actor: publisher, input: { programme, number, pageHash } }),
      perform(service, publishPage, { actor: second, input: { programme, number, pageHash } }),
      perform(service, refuseVersion, {
        actor: second,
        input: { programme, number, reason: 'price_too_high' },
      }),
    ]);
    expect(decisions.filter(({ ok }) => ok)).toHaveLength(1);
    expect(decisions.flatMap(codesOf)).toEqual(Array(2).fill('version.decided_already'));
    const asked = { actor: commissioner, input: { programme } };
    const { versions } = got(await perform(service, listPutForward, asked));
    expect(versions).toHaveLength(2);
  });

  test('a button pressed twice puts forward and publishes once', async () => {
    const programme = await aProgramme({ service, staff });
    const put = {
      actor: commissioner,
      input: { programme, revision: 1 },
      onceKey: `put.${randomUUID()}`,
    };
    const [one, other] = await Promise.all([
      perform(service, putForward, put),
      perform(service, putForward, put),
    ]);
    expect(got(other)).toEqual(got(one));
    const { number, pageHash } = got(one);
    const publication = {
      actor: publisher,
      input: { programme, number, pageHash },
      onceKey: `publish.${randomUUID()}`,
    };
    const twice = await Promise.all([
      perform(service, publishPage, publication),
      perform(service, publishPage, publication),
    ]);
    expect(twice.map((result) => got(result))).toEqual([{ version: 1 }, { version: 1 }]);
  });

  test('a draft that was changed since it was read is not put forward', async () => {
    const programme = await aProgramme({ service, staff });
    const write = { programme, revision: 1, text: `${northshire}\n` };
    got(await perform(service, writeDraft, { actor: commissioner, input: write }));
    const input = { programme, revision: 1 };
    expect(codesOf(await perform(service, putForward, { actor: commissioner, input }))).toEqual([
      'revision.changed_meanwhile revision',
    ]);
  });

  test('another page than the one that was read is not published', async () => {
    const programme = await aProgramme({ service, staff });
    const put = { programme, revision: 1 };
    const { number } = got(await perform(service, putForward, { actor: commissioner, input: put }));
    const input = { programme, number, pageHash: `sha256:${'0'.repeat(64)}` };
    expect(codesOf(await perform(service, publishPage, { actor: publisher, input }))).toEqual([
      'version.not_as_read pageHash',
    ]);
  });
});

describe('a later version', () => {
  test('the next version says which it is, and the difference that was shown is approved', async () => {
    const programme = await aPublishedProgramme({ service, staff });
    const asked = { actor: commissioner, input: { programme } };
    const write = (revision: number, text: string) =>
      perform(service, writeDraft, { actor: commissioner, input: { programme, revision, text } });
    got(await write(1, northshire.replace('£220', '£225')));
    const unsaid = got(await perform(service, checkDraft, asked));
    expect(unsaid.problems.map(({ code }) => code)).toContain('version.not_the_next');
    got(await write(2, northshireNext));
    const checked = got(await perform(service, checkDraft, asked));
    expect(checked).toMatchObject({ isWithoutErrors: true, version: 2, countsFrom: '2028-04-01' });
    const compared = got(await perform(service, compareDraft, asked));
    expect(compared.difference?.terms.length).toBeGreaterThan(1);
    const put = { programme, revision: 3 };
    const { number, pageHash } = got(
      await perform(service, putForward, { actor: commissioner, input: put }),
    );
    const which = { programme, number };
    const { difference } = got(
      await perform(service, compareVersion, { actor: publisher, input: which }),
    );
    const input = { ...which, pageHash };
    expect(codesOf(await perform(service, publishPage, { actor: publisher, input }))).toEqual([
      'version.shown_otherwise shown',
    ]);
    const shown = { ...input, shown: difference?.hash };
    expect(got(await perform(service, publishPage, { actor: publisher, input: shown }))).toEqual({
      version: 2,
    });
    const first = got(
      await perform(service, readPublic, { actor: anyone, input: { programme, version: 1 } }),
    );
    expect(first.text).toBe(northshire);
    expect(first.versions.map(({ version }) => version)).toEqual([2, 1]);
  });

  test('the sentence that says the next version is written by a button', async () => {
    const programme = await aPublishedProgramme({ service, staff });
    const from = (day: string, revision = 1) =>
      perform(service, beginVersion, {
        actor: commissioner,
        input: { programme, revision, from: day, for: 'attachments' },
      });
    expect(codesOf(await from('2027-04-01'))).toEqual(['version.counts_too_early from']);
    got(await from('2028-04-01'));
    const asked = { actor: commissioner, input: { programme } };
    const checked = got(await perform(service, checkDraft, asked));
    expect(checked).toMatchObject({ isWithoutErrors: true, version: 2, countsFrom: '2028-04-01' });
    expect(codesOf(await from('2029-04-01', 2))).toEqual(['version.draft_open']);
  });

  test('what says nothing new is not put forward', async () => {
    const programme = await aPublishedProgramme({ service, staff });
    const input = { programme, revision: 1 };
    expect(codesOf(await perform(service, putForward, { actor: commissioner, input }))).toEqual([
      'version.as_in_force',
    ]);
  });
});

function accountOf(actor: Awaited<ReturnType<typeof staff.as>>): string {
  if (actor.kind !== 'account') throw new Error('somebody has signed in');
  return actor.account;
}

describe('others', () => {
  test('another organisation sees nothing of a draft, whatever its duties', async () => {
    const programme = await aProgramme({ service, staff });
    const actor = await others.as('commissioner', 'publisher');
    const input = { programme };
    const results = [
      await perform(service, readDraft, { actor, input }),
      await perform(service, checkDraft, { actor, input }),
      await perform(service, compareDraft, { actor, input }),
      await perform(service, readProgramme, { actor, input }),
      await perform(service, listPutForward, { actor, input }),
      await perform(service, listEarlier, { actor, input }),
      await perform(service, readPublic, { actor, input }),
      await perform(service, writeDraft, { actor, input: { ...input, revision: 1, text: 'x' } }),
      await perform(service, putForward, { actor, input: { ...input, revision: 1 } }),
    ];
    expect(new Set(results.flatMap(codesOf))).toEqual(new Set(['programme.not_there programme']));
    expect(results.filter(({ ok }) => ok)).toEqual([]);
    const own = got(await perform(service, listOwnProgrammes, { actor, input: {} }));
    expect(own.programmes).toEqual([]);
  });

  test('the database itself lets nobody change a page that was put forward, or an earlier draft', async () => {
    const programme = await aPublishedProgramme({ service, staff });
    const write = { programme, revision: 1, text: 'changed' };
    got(await perform(service, writeDraft, { actor: commissioner, input: write }));
    const reach = {
      reach: 'organisation',
      organisation: staff.organisation,
      account: accountOf(commissioner),
    } as const;
    const change = async (sql: string) =>
      store.read(reach, async ({ client }) => (await client.query(sql, [programme])).rowCount);
    const where = 'where programme = $1';
    // What is published is out of reach of any change; what waits may only be decided upon.
    expect(await change(`update page_version set text = 'x' ${where}`)).toBe(0);
    await expect(change(`delete from page_draft_earlier ${where}`)).rejects.toThrow('denied');
    const next = await aProgramme({ service, staff });
    const input = { programme: next, revision: 1 };
    got(await perform(service, putForward, { actor: commissioner, input }));
    const all = "update page_version set text = 'x' where programme <> $1 and state = 'prepared'";
    await expect(change(all)).rejects.toThrow('only decided upon');
  });

  test('the database itself shows another organisation no draft and no page that waits', async () => {
    const programme = await aProgramme({ service, staff });
    const input = { programme, revision: 1 };
    got(await perform(service, putForward, { actor: commissioner, input }));
    const reach = {
      reach: 'organisation',
      organisation: others.organisation,
      account: accountOf(await others.as('commissioner', 'publisher')),
    } as const;
    const counts = await store.read(reach, async ({ client }) => {
      const tables = ['page_draft', 'page_version', 'programme', 'party'];
      const found = [];
      for (const table of tables) {
        const column = table === 'programme' ? 'id' : 'programme';
        const { rowCount } = await client.query(`select from ${table} where ${column} = $1`, [
          programme,
        ]);
        found.push(rowCount);
      }
      return found;
    });
    expect(counts).toEqual([0, 0, 0, 0]);
  });
});
