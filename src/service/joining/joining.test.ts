// How a provider joins a programme, serves in it and leaves, on the real database.
import { describe, expect, test } from 'vitest';
import {
  aDraft,
  anApplication,
  anUpload,
  aProvider,
  certificate,
} from '../../../test/support/made-applications.ts';
import { aService, codesOf } from '../../../test/support/made-facts.ts';
import { got } from '../../../test/support/made-organisations.ts';
import {
  aPublishedProgramme,
  aStaff,
  northshire,
  northshireNext,
  published,
} from '../../../test/support/made-programmes.ts';
import { atTables } from '../../../test/support/made-workers.ts';
import { aStore } from '../../../test/support/with-store.ts';
import { type Actor, reachOf } from '../access/index.ts';
import { perform } from '../act/index.ts';
import { loadFacts } from '../facts-in/index.ts';
import { listOwnProgrammes, listSigned, writeDraft } from '../programmes/index.ts';
import {
  admitApplication,
  applyToJoin,
  changeOffer,
  decideDiscount,
  forgetDocuments,
  giveDocument,
  giveNotice,
  handInAgain,
  handInDocument,
  keepUpProviders,
  listApplications,
  listDiscounts,
  listOwnApplications,
  listPublicProviders,
  listStandings,
  pauseOwn,
  pauseProvider,
  proposeDiscount,
  readApplication,
  readForm,
  readStanding,
  refuseApplication,
  resumeOwn,
  resumeProvider,
  saveDraft,
  saveForm,
  showAgain,
  withdrawApplication,
} from './index.ts';

const store = await aStore();
const { service, setDay } = await aService(store, '2027-04-05');
const buyer = await aStaff(service);
const commissioner = await buyer.as('commissioner');
const anyone = { kind: 'anyone' } as const;

async function aProgrammeOn(day = '2027-04-05', text = northshire) {
  setDay(day);
  return aPublishedProgramme({ service, staff: buyer, text });
}

let count = 0;

async function aNewcomer(name?: string) {
  count += 1;
  return aStaff(service, name ?? `Provider ${count}`);
}

const read = async (actor: Actor, programme: string) =>
  got(await perform(service, readForm, { actor, input: { programme } }));

const publicOf = async (programme: string) =>
  got(await perform(service, listPublicProviders, { actor: anyone, input: { programme } }));

const own = async (actor: Actor, programme: string) =>
  got(await perform(service, readStanding, { actor, input: { programme } }));

describe('a draft', () => {
  test('what was typed is kept, whole or not, and what is missing is said by field', async () => {
    const programme = await aProgrammeOn();
    const staff = await aNewcomer('Harbour House');
    const actor = await staff.as('provider_staff');
    const before = await read(actor, programme);
    expect(before).toMatchObject({
      revision: 0,
      answers: [{ field: 'name', value: 'Harbour House' }],
    });
    const typed = { programme, revision: 0, answers: { name: 'Harbour House', capacity: 'many' } };
    expect(got(await perform(service, saveDraft, { actor, input: typed }))).toEqual({
      revision: 1,
    });
    const after = await read(actor, programme);
    expect(after.state).toBe('draft');
    expect(after.answers.find(({ field }) => field === 'capacity')?.value).toBe('many');
    expect(after.problems.map(({ code, at }) => `${code} ${at.field}`)).toEqual([
      'application.answer_missing body',
      'application.answer_missing insured',
      'application.answer_missing insured_proof',
      'application.answer_missing safeguarding_lead',
      'application.condition_not_affirmed not_excluded',
      'application.number_not_whole capacity',
    ]);
  });

  test('a field that it begins with is kept though nobody sends it', async () => {
    const programme = await aProgrammeOn();
    const staff = await aNewcomer('Harbour Mill');
    const actor = await staff.as('provider_staff');
    const typed = { programme, revision: 0, answers: { capacity: '12' } };
    got(await perform(service, saveDraft, { actor, input: typed }));
    const after = await read(actor, programme);
    expect(after.answers.find(({ field }) => field === 'name')?.value).toBe('Harbour Mill');
    expect(after.problems.map(({ at }) => at.field)).not.toContain('name');
  });

  test('of two who write the same draft, the second is told and loses nothing', async () => {
    const programme = await aProgrammeOn();
    const actor = await (await aNewcomer()).as('provider_staff');
    const save = async (revision: number, capacity: string) =>
      perform(service, saveDraft, { actor, input: { programme, revision, answers: { capacity } } });
    got(await save(0, '10'));
    got(await save(1, '20'));
    expect(codesOf(await save(1, '30'))).toEqual(['revision.changed_meanwhile revision']);
    expect(codesOf(await save(0, '30'))).toEqual(['revision.changed_meanwhile revision']);
    const { answers: kept, revision } = await read(actor, programme);
    expect([revision, kept.find(({ field }) => field === 'capacity')?.value]).toEqual([2, '20']);
  });

  test('nothing is taken in that the page does not ask for', async () => {
    const programme = await aProgrammeOn();
    const actor = await (await aNewcomer()).as('provider_staff');
    const input = { programme, revision: 0, answers: { turnover: '£9,000,000' } };
    expect(codesOf(await perform(service, saveDraft, { actor, input }))).toEqual([
      'application.answer_not_asked_for turnover',
    ]);
    const document = { programme, field: 'name', ...(await anUpload(service)) };
    expect(codesOf(await perform(service, handInDocument, { actor, input: document }))).toEqual([
      'joining_document.not_asked_for name',
    ]);
  });

  test('a document that is replaced in a draft can be read by nobody any more', async () => {
    const programme = await aProgrammeOn();
    const actor = await (await aNewcomer()).as('provider_staff');
    const first = await anUpload(service);
    const second = await anUpload(service);
    for (const [revision, upload] of [first, second].entries()) {
      const uploads = [{ field: 'insured_proof', ...upload }];
      const input = { programme, revision, answers: {}, uploads };
      got(await perform(service, saveForm, { actor, input }));
    }
    const keys = got(await service.keys.personKeys([first.upload, second.upload]));
    expect(keys.get(first.upload)).toBe('erased');
    expect(keys.get(second.upload)).not.toBe('erased');
  });

  test('a case worker is shown no application, whatever their other duties are', async () => {
    const programme = await aProgrammeOn();
    const actor = await (await aNewcomer()).as('provider_staff', 'case_worker');
    const refused = await perform(service, readForm, { actor, input: { programme } });
    expect(codesOf(refused)).toEqual(['access.without_money']);
  });
});

describe('an application', () => {
  test('it is sent by whoever binds the organisation, once, with the hash that was shown', async () => {
    const programme = await aProgrammeOn();
    const staff = await aNewcomer();
    const { actor, revision, pageHash } = await aDraft({ service, programme, staff });
    const input = { programme, revision, pageHash };
    const colleague = await staff.as('provider_staff');
    const denied = await perform(service, applyToJoin, { actor: colleague, input });
    expect(codesOf(denied)).toEqual(['access.without_duty']);
    const both = await Promise.all([
      perform(service, applyToJoin, { actor, input }),
      perform(service, applyToJoin, { actor, input }),
    ]);
    const wanted = { number: 1, appliedOn: '2027-04-05', decideBy: '2027-04-16' };
    expect(both.map(got)).toEqual([wanted, wanted]);
    const waiting = got(
      await perform(service, listApplications, { actor: commissioner, input: { programme } }),
    );
    expect(waiting.applications).toMatchObject([{ number: 1, state: 'applied', isLate: false }]);
    const again = { programme, revision, answers: {} };
    expect(codesOf(await perform(service, saveDraft, { actor, input: again }))).toEqual([
      'application.waits_already',
    ]);
  });

  test('a page that has changed since it was read is not agreed to', async () => {
    const programme = await aProgrammeOn('2027-02-01');
    const staff = await aNewcomer();
    const { actor, revision, pageHash } = await aDraft({ service, programme, staff });
    setDay('2028-01-10');
    const written = { programme, revision: 1, text: northshireNext };
    got(await perform(service, writeDraft, { actor: commissioner, input: written }));
    await published(service, buyer, { programme, revision: 2 });
    const input = { programme, revision, pageHash };
    expect(codesOf(await perform(service, applyToJoin, { actor, input }))).toEqual([
      'application.page_changed agreement',
    ]);
  });

  test('what the page asks for is checked again when it is sent', async () => {
    const programme = await aProgrammeOn();
    const staff = await aNewcomer();
    const otherwise = { insured: '£4,999,999', charity_number: '12' };
    const asked = { service, programme, staff, otherwise, expiresOn: '2027-04-04' };
    const { actor, revision, pageHash } = await aDraft(asked);
    const input = { programme, revision, pageHash };
    expect(codesOf(await perform(service, applyToJoin, { actor, input }))).toEqual([
      'application.sum_below_the_page insured',
      'application.document_expired insured_proof',
      'application.number_not_of_the_register charity_number',
    ]);
    setDay('2030-04-01');
    const late = await perform(service, applyToJoin, { actor, input });
    expect(codesOf(late)[0]).toBe('application.joining_over');
  });

  test('a name that could not stand in facts, or is that of another, is asked for anew', async () => {
    const programme = await aProgrammeOn();
    const first = await aNewcomer();
    await aProvider({ service, programme, staff: first, by: buyer });
    const second = await aNewcomer();
    const { actor, revision, pageHash } = await aDraft({ service, programme, staff: second });
    const input = { programme, revision, pageHash };
    expect(codesOf(await perform(service, applyToJoin, { actor, input }))).toEqual([
      'provider.name_taken name',
    ]);
    const typed = { programme, revision, answers: { name: '=Harbour|House' } };
    const saved = got(await perform(service, saveDraft, { actor, input: typed }));
    const refused = await perform(service, applyToJoin, { actor, input: { ...input, ...saved } });
    expect(codesOf(refused)).toEqual(['provider.name_not_plain name']);
  });

  test('nobody but the two sides knows that somebody has applied', async () => {
    const programme = await aProgrammeOn();
    const first = await aNewcomer();
    await aProvider({ service, programme, staff: first, by: buyer });
    const second = await aNewcomer();
    const otherwise = { name: 'Bright Futures' };
    await anApplication({ service, programme, staff: second, otherwise });
    const others = [await first.as('administrator'), await (await aNewcomer()).as('administrator')];
    for (const actor of others) {
      const seen = await store.read(reachOf(actor), async ({ client }) => {
        const asked = [
          'select from application where organisation = $1',
          'select from provider where organisation = $1',
          'select from handed_in where organisation = $1',
          'select from organisation where id = $1',
        ];
        const counts = [];
        for (const text of asked)
          counts.push((await client.query(text, [second.organisation])).rowCount);
        return counts;
      });
      expect(seen).toEqual([0, 0, 0, 0]);
    }
    expect((await publicOf(programme)).providers.map(({ name }) => name)).toEqual([
      'Harbour House',
    ]);
  });

  test('it can be withdrawn until it is decided, and sent again', async () => {
    const programme = await aProgrammeOn();
    const staff = await aNewcomer();
    const { actor, which } = await anApplication({ service, programme, staff });
    const input = { programme };
    expect(got(await perform(service, withdrawApplication, { actor, input }))).toEqual({
      state: 'withdrawn',
    });
    const admitted = await perform(service, admitApplication, {
      actor: commissioner,
      input: which,
    });
    expect(codesOf(admitted)).toEqual(['application.not_waiting']);
    const form = await read(actor, programme);
    expect([form.revision, form.state, form.problems]).toEqual([0, 'withdrawn', []]);
    const typed = { programme, revision: 0, answers: {} };
    const { revision } = got(await perform(service, saveDraft, { actor, input: typed }));
    const again = { programme, revision, pageHash: form.pageHash };
    expect(got(await perform(service, applyToJoin, { actor, input: again })).number).toBe(2);
  });
});

describe('a decision', () => {
  test('the commissioner sees each condition beside what was shown, and opens documents', async () => {
    const programme = await aProgrammeOn();
    const { which, actor } = await anApplication({ service, programme, staff: await aNewcomer() });
    const asked = { actor: commissioner, input: which };
    const seen = got(await perform(service, readApplication, asked));
    expect(seen.conditions.map(({ key, standing }) => [key, standing])).toEqual([
      ['joining days', 'for_the_commissioner'],
      ['registered body', 'met'],
      ['insured', 'met'],
      ['safeguarding lead', 'met'],
      ['not excluded', 'met'],
      ['signers', 'for_the_commissioner'],
    ]);
    const insured = seen.conditions.find(({ key }) => key === 'insured');
    const document = insured?.answers.find((each) => each.document)?.document?.id;
    const input = { programme, document };
    const given = got(await perform(service, giveDocument, { actor: commissioner, input }));
    const pieces = [];
    for await (const piece of given.body) pieces.push(piece);
    expect([given.mediaType, Buffer.concat(pieces)]).toEqual(['application/pdf', certificate]);
    expect(codesOf(await perform(service, giveDocument, { actor, input }))).toEqual([
      'access.without_duty',
    ]);
  });

  test('what was shown for an application that came to nothing is forgotten after a year', async () => {
    setDay('2027-04-05');
    const programme = await aProgrammeOn();
    const { which } = await anApplication({ service, programme, staff: await aNewcomer() });
    const reasons = [{ condition: 'insured', reason: 'of_another_body' }];
    const refusal = { actor: commissioner, input: { ...which, reasons } };
    got(await perform(service, refuseApplication, refusal));
    const shown = async () => {
      const asked = { actor: commissioner, input: which };
      const { conditions } = got(await perform(service, readApplication, asked));
      const insured = conditions.find(({ key }) => key === 'insured');
      return insured?.answers.find((each) => each.document)?.document?.id;
    };
    const document = await shown();
    setDay('2028-04-05');
    expect(await forgetDocuments(service)).toEqual([]);
    expect(await shown()).toBe(document);
    setDay('2028-04-06');
    expect(await forgetDocuments(service)).toEqual([]);
    expect(await shown()).toBeUndefined();
    const input = { programme, document };
    expect(codesOf(await perform(service, giveDocument, { actor: commissioner, input }))).toEqual([
      'joining_document.not_there',
    ]);
    expect(await forgetDocuments(service)).toEqual([]);
    setDay('2027-04-05');
  });

  test('a refusal names conditions of the page, with a reason for each', async () => {
    const programme = await aProgrammeOn();
    const { which, actor } = await anApplication({ service, programme, staff: await aNewcomer() });
    const refuse = async (reasons: readonly unknown[]) =>
      perform(service, refuseApplication, { actor: commissioner, input: { ...which, reasons } });
    expect(codesOf(await refuse([]))).toEqual(['decision.without_reason reasons']);
    const unknown = [{ condition: 'size', reason: 'not_shown' }];
    expect(codesOf(await refuse(unknown))).toEqual(['decision.not_a_condition reasons.1']);
    const inWords = [{ condition: 'insured', reason: 'we do not like them' }];
    expect(codesOf(await refuse(inWords))).toEqual(['input.otherwise reasons.0.reason']);
    setDay('2027-04-19');
    got(await refuse([{ condition: 'insured', reason: 'of_another_body' }]));
    const { applications } = got(await perform(service, listOwnApplications, { actor, input: {} }));
    expect(applications).toMatchObject([
      {
        state: 'refused',
        decideBy: '2027-04-16',
        decidedOn: '2027-04-19',
        isLate: true,
        reasons: [
          {
            condition: 'insured',
            sentence: expect.stringContaining('insurance of £5,000,000'),
            words: 'What was handed in is about another body',
          },
        ],
      },
    ]);
    expect(codesOf(await refuse([{ condition: 'insured', reason: 'run_out' }]))).toEqual([
      'application.not_waiting',
    ]);
  });

  test('an application that waits longer than the page allows is late for both sides', async () => {
    const programme = await aProgrammeOn();
    const { actor, which } = await anApplication({ service, programme, staff: await aNewcomer() });
    const lateness = async () => {
      const mine = await perform(service, listOwnApplications, { actor, input: {} });
      const asked = { actor: commissioner, input: which };
      const theirs = await perform(service, readApplication, asked);
      return [got(mine).applications[0]?.isLate, got(theirs).isLate];
    };
    setDay('2027-04-16');
    expect(await lateness()).toEqual([false, false]);
    setDay('2027-04-17');
    expect(await lateness()).toEqual([true, true]);
  });

  test('whoever sent an application does not decide upon it', async () => {
    const programme = await aProgrammeOn();
    const { which } = await anApplication({ service, programme, staff: buyer });
    const same = await buyer.as('administrator', 'provider_staff');
    expect(same.kind).toBe('account');
    const actor = { ...same, duties: ['commissioner'] } as Actor;
    const refused = await perform(service, admitApplication, { actor, input: which });
    expect(codesOf(refused)).toEqual(['application.of_own_work']);
    got(await perform(service, admitApplication, { actor: commissioner, input: which }));
  });

  test('of two who decide at once, one decides', async () => {
    const programme = await aProgrammeOn();
    const { which } = await anApplication({ service, programme, staff: await aNewcomer() });
    const reasons = [{ condition: 'insured', reason: 'run_out' }];
    const results = await Promise.all([
      perform(service, admitApplication, { actor: commissioner, input: which }),
      perform(service, refuseApplication, { actor: commissioner, input: { ...which, reasons } }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.flatMap(codesOf)).toEqual(['application.not_waiting']);
  });

  test('no more are admitted than may sign the page', async () => {
    const text = northshire.replace('Any number of providers', 'One provider');
    const programme = await aProgrammeOn('2027-04-05', text);
    await aProvider({ service, programme, staff: await aNewcomer(), by: buyer });
    const otherwise = { name: 'Bright Futures' };
    const staff = await aNewcomer();
    const { which } = await anApplication({ service, programme, staff, otherwise });
    const refused = await perform(service, admitApplication, { actor: commissioner, input: which });
    expect(codesOf(refused)).toEqual(['provider.no_place_left']);
  });
});

describe('a provider', () => {
  test('admission makes it a party, binds it to what it signed, and tells settlement', async () => {
    const programme = await aProgrammeOn('2027-03-01');
    const staff = await aNewcomer();
    const provider = await aProvider({ service, programme, staff, by: buyer });
    expect(provider).toMatchObject({ name: 'Harbour House', joinsOn: '2027-04-01' });
    const signed = got(
      await perform(service, listSigned, { actor: commissioner, input: { programme } }),
    );
    expect(signed.providers).toMatchObject([
      { organisation: staff.organisation, binding: [1], notBinding: [] },
    ]);
    const { facts } = await store.read(reachOf(commissioner), async (tx) =>
      got(await loadFacts({ tx, service }, programme)),
    );
    const told = facts.toSorted((one, other) => (one.kind < other.kind ? -1 : 1));
    expect(told).toMatchObject([
      { kind: 'bound', provider: 'Harbour House', value: { numerator: 1n }, method: 'signed' },
      { kind: 'joined', provider: 'Harbour House' },
    ]);
    expect(await own(provider.actor, programme)).toMatchObject({
      name: 'Harbour House',
      state: 'admitted',
      joinsOn: '2027-04-01',
      conditions: [{ condition: 'insured', until: '2028-02-29', holding: 'holds' }],
    });
    expect((await publicOf(programme)).providers).toEqual([
      { name: 'Harbour House', areas: [], since: '2027-04-01', isOpen: false },
    ]);
    setDay('2027-04-01');
    expect((await publicOf(programme)).providers[0]?.isOpen).toBe(true);
  });

  test('where the page takes a discount, the one that was offered is a fact', async () => {
    const rate = "- Each provider's discount is taken from Settled and In work.";
    const text = northshire.replace('## Clock and endings', `## Prices\n\n${rate}\n\n$&`);
    const programme = await aProgrammeOn('2027-04-05', text);
    const staff = await aNewcomer();
    const otherwise = { discount: '7.5%' };
    await aProvider({ service, programme, staff, by: buyer, otherwise });
    const { facts } = await store.read(reachOf(commissioner), async (tx) =>
      got(await loadFacts({ tx, service }, programme)),
    );
    expect(facts.map(({ kind, value }) => [kind, value]).toSorted()).toEqual([
      ['bound', { numerator: 1n, denominator: 1n }],
      ['discount', { numerator: 3n, denominator: 40n }],
      ['joined', undefined],
    ]);
  });

  test('each side pauses new referrals for itself, and ends its own pause alone', async () => {
    const programme = await aProgrammeOn();
    const staff = await aNewcomer();
    const { actor, which } = await aProvider({ service, programme, staff, by: buyer });
    const mine = { actor, input: { programme } };
    const { organisation } = which;
    const theirs = { actor: commissioner, input: { programme, organisation } };
    expect(got(await perform(service, pauseProvider, theirs)).pausedBy).toEqual(['commissioner']);
    expect((await publicOf(programme)).providers[0]?.isOpen).toBe(false);
    expect(got(await perform(service, resumeOwn, mine)).isPaused).toBe(true);
    expect(got(await perform(service, pauseOwn, mine)).pausedBy).toEqual([
      'commissioner',
      'provider',
    ]);
    expect(got(await perform(service, resumeProvider, theirs)).pausedBy).toEqual(['provider']);
    expect(got(await perform(service, resumeOwn, mine)).isPaused).toBe(false);
    expect((await publicOf(programme)).providers[0]?.isOpen).toBe(true);
  });

  test('it says anew on any day how many it can serve, and where', async () => {
    const programme = await aProgrammeOn();
    const staff = await aNewcomer();
    const { actor } = await aProvider({ service, programme, staff, by: buyer });
    const input = { programme, capacity: 12, areas: ['Leeds', 'York'] };
    got(await perform(service, changeOffer, { actor, input }));
    expect(await own(actor, programme)).toMatchObject({ capacity: 12, areas: ['Leeds', 'York'] });
  });

  test('who no longer shows a condition is sent nobody new until it is shown again', async () => {
    const programme = await aProgrammeOn();
    const staff = await aNewcomer();
    const expiresOn = '2027-06-30';
    const { actor } = await aProvider({ service, programme, staff, by: buyer, expiresOn });
    const list = async () =>
      got(await perform(service, listStandings, { actor: commissioner, input: { programme } }));
    const holding = async () => (await list()).providers[0]?.conditions[0]?.holding;
    expect(await holding()).toBe('holds');
    setDay('2027-05-02');
    expect(await holding()).toBe('runs_out');
    setDay('2027-06-30');
    expect(await keepUpProviders(service)).toEqual([]);
    expect((await publicOf(programme)).providers[0]?.isOpen).toBe(true);
    setDay('2027-07-01');
    expect(await keepUpProviders(service)).toEqual([]);
    expect(await keepUpProviders(service)).toEqual([]);
    expect((await list()).providers[0]).toMatchObject({
      pausedBy: ['condition'],
      state: 'admitted',
    });
    const without = { programme, condition: 'insured', answer: '£5,000,000' };
    expect(codesOf(await perform(service, showAgain, { actor, input: without }))).toEqual([
      'application.answer_missing insured_proof',
    ]);
    const shown = { programme, condition: 'insured', expiresOn: '2029-01-31' };
    const input = { ...shown, ...(await anUpload(service)) };
    expect(got(await perform(service, handInAgain, { actor, input }))).toEqual({
      until: '2028-06-30',
      isPaused: false,
    });
    expect((await publicOf(programme)).providers[0]?.isOpen).toBe(true);
  });

  test('it proposes another discount from a day, which holds once the commissioner agrees', async () => {
    setDay('2027-04-05');
    const rate = "- Each provider's discount is taken from Settled and In work.";
    const taking = northshire.replace('## Clock and endings', `## Prices\n\n${rate}\n\n$&`);
    const programme = await aProgrammeOn('2027-04-05', taking);
    const staff = await aNewcomer();
    const { actor } = await aProvider({ service, programme, staff, by: buyer });
    const { organisation } = staff;
    const propose = async (discount: string, from: string) =>
      perform(service, proposeDiscount, { actor, input: { programme, discount, from } });
    const decide = async (number: number, isAccepted: boolean) => {
      const input = { programme, organisation, number, isAccepted };
      return perform(service, decideDiscount, { actor: commissioner, input });
    };
    expect(codesOf(await propose('a lot', '2027-04-04'))).toEqual([
      'discount.not_share discount',
      'discount.day_has_passed from',
    ]);
    expect(codesOf(await propose('101%', '2200-01-01'))).toEqual([
      'discount.not_share discount',
      'discount.not_day from',
    ]);
    expect(got(await propose('4%', '2027-05-01')).number).toBe(1);
    expect(got(await propose('7.5%', '2027-06-01')).number).toBe(2);
    expect(codesOf(await decide(1, true))).toEqual(['discount.decided_already number']);
    // Somebody who works for both proposes and does not agree.
    const input = { programme, organisation, number: 2, isAccepted: true };
    const { account } = actor as Extract<Actor, { kind: 'account' }>;
    const ofBoth = { ...commissioner, account } as Actor;
    await atTables(store, async (client) => {
      await client.query('insert into membership values ($1, $2, now())', [
        buyer.organisation,
        account,
      ]);
      await client.query(
        `insert into duty (organisation, account, duty, given_at)
          values ($1, $2, 'commissioner', now())`,
        [buyer.organisation, account],
      );
    });
    const own = await perform(service, decideDiscount, { actor: ofBoth, input });
    expect(codesOf(own)).toEqual(['discount.of_yours number']);
    expect(got(await decide(2, true))).toEqual({ state: 'accepted' });
    expect(codesOf(await decide(2, false))).toEqual(['discount.decided_already number']);
    expect(codesOf(await decide(3, true))).toEqual(['discount.not_there number']);
    const { facts } = await store.read(reachOf(commissioner), async (tx) =>
      got(await loadFacts({ tx, service }, programme)),
    );
    const told = facts.filter(({ kind }) => kind === 'discount');
    expect(told).toMatchObject([
      { provider: 'Harbour House', value: { numerator: 3n, denominator: 40n } },
    ]);
    const asked = { actor, input: { programme } };
    expect(got(await perform(service, listDiscounts, asked)).proposals).toMatchObject([
      { number: 2, discount: '7.5%', from: '2027-06-01', state: 'accepted' },
      { number: 1, state: 'replaced' },
    ]);
    expect(got(await propose('1%', '2027-07-01')).number).toBe(3);
    setDay('2027-07-02');
    expect(codesOf(await decide(3, true))).toEqual(['discount.day_has_passed from']);
    expect(codesOf(await decide(3, false))).toEqual(['discount.without_reason reason']);
    setDay('2027-04-05');
  });

  test('a page that takes no discount has none proposed', async () => {
    const programme = await aProgrammeOn();
    const { actor } = await aProvider({ service, programme, staff: await aNewcomer(), by: buyer });
    const input = { programme, discount: '5%', from: '2027-05-01' };
    expect(codesOf(await perform(service, proposeDiscount, { actor, input }))).toEqual([
      'discount.not_on_page discount',
    ]);
  });

  test('it leaves on the notice of the page, and settlement is told when it has left', async () => {
    const programme = await aProgrammeOn();
    const staff = await aNewcomer();
    const { actor } = await aProvider({ service, programme, staff, by: buyer });
    setDay('2027-08-01');
    const input = { programme };
    const notice = { leavesOn: '2027-10-29' };
    expect(got(await perform(service, giveNotice, { actor, input }))).toEqual(notice);
    expect(got(await perform(service, giveNotice, { actor, input }))).toEqual(notice);
    expect((await publicOf(programme)).providers[0]?.isOpen).toBe(false);
    expect(codesOf(await perform(service, pauseOwn, { actor, input }))).toEqual([
      'provider.step_out_of_turn step',
    ]);
    setDay('2027-10-29');
    expect(await keepUpProviders(service)).toEqual([]);
    expect((await own(actor, programme)).state).toBe('leaving');
    setDay('2027-10-30');
    expect(await keepUpProviders(service)).toEqual([]);
    expect(await own(actor, programme)).toMatchObject({ state: 'left', leavesOn: '2027-10-29' });
    expect((await publicOf(programme)).providers).toEqual([]);
    const { facts } = await store.read(reachOf(commissioner), async (tx) =>
      got(await loadFacts({ tx, service }, programme)),
    );
    expect(facts.map(({ kind }) => kind).toSorted()).toEqual(['bound', 'joined', 'left']);
    const form = await read(actor, programme);
    expect(form.problems).toEqual([]);
  });

  test('it comes back under the name that its lines and statements stand under', async () => {
    const programme = await aProgrammeOn();
    const staff = await aNewcomer();
    const { actor } = await aProvider({ service, programme, staff, by: buyer });
    got(await perform(service, giveNotice, { actor, input: { programme } }));
    setDay('2027-10-30');
    expect(await keepUpProviders(service)).toEqual([]);
    const { revision } = await read(actor, programme);
    const otherwise = { programme, revision, answers: { name: 'Harbour Home' } };
    got(await perform(service, saveDraft, { actor, input: otherwise }));
    const form = await read(actor, programme);
    expect(form.problems.map(({ code }) => code)).toEqual(['provider.name_kept']);
    const again = { programme, revision: form.revision, answers: { name: 'Harbour House' } };
    got(await perform(service, saveDraft, { actor, input: again }));
    const { revision: last, pageHash, problems } = await read(actor, programme);
    expect(problems).toEqual([]);
    const sent = { programme, revision: last, pageHash };
    const { number } = got(await perform(service, applyToJoin, { actor, input: sent }));
    const which = { programme, organisation: staff.organisation, number };
    const named = { ...which, name: 'Harbour Home' };
    const asked = async (input: object) =>
      perform(service, admitApplication, { actor: commissioner, input });
    expect(codesOf(await asked(named))).toEqual(['provider.name_kept name']);
    expect(got(await asked(which)).name).toBe('Harbour House');
  });

  test('it may buy from others in a programme of its own', async () => {
    const programme = await aProgrammeOn();
    const staff = await aNewcomer();
    await aProvider({ service, programme, staff, by: buyer });
    const below = await aPublishedProgramme({ service, staff, text: northshire });
    const subcontractor = await aNewcomer();
    await aProvider({ service, programme: below, staff: subcontractor, by: staff });
    const actor = await staff.as('commissioner');
    const { programmes } = got(await perform(service, listOwnProgrammes, { actor, input: {} }));
    expect(programmes.map(({ parts }) => parts).toSorted()).toEqual([
      ['commissioner'],
      ['provider'],
    ]);
  });

  test('providers stand in the order of their names, whoever came first', async () => {
    const programme = await aProgrammeOn();
    for (const name of ['Quayside', 'Émile Trust', 'Anchor']) {
      const otherwise = { name };
      await aProvider({ service, programme, staff: await aNewcomer(), by: buyer, otherwise });
    }
    const { providers } = await publicOf(programme);
    expect(providers.map(({ name }) => name)).toEqual(['Anchor', 'Émile Trust', 'Quayside']);
  });
});
