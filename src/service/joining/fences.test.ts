// What the database itself refuses, whatever a program of ours asks for, and that no path of steps
// leads to referrals but through admission.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { aDraft, anApplication, aProvider } from '../../../test/support/made-applications.ts';
import { aService } from '../../../test/support/made-facts.ts';
import { aPublishedProgramme, aStaff, type Staff } from '../../../test/support/made-programmes.ts';
import { aStore } from '../../../test/support/with-store.ts';
import { type Actor, reachOf } from '../access/index.ts';
import { perform } from '../act/index.ts';
import {
  admitApplication,
  applyToJoin,
  giveNotice,
  keepUpProviders,
  listPublicProviders,
  pauseOwn,
  pauseProvider,
  readForm,
  refuseApplication,
  resumeOwn,
  resumeProvider,
  saveDraft,
  withdrawApplication,
} from './index.ts';

const store = await aStore();
const { service, setDay } = await aService(store, '2027-04-05');
const buyer = await aStaff(service);
const commissioner = await buyer.as('commissioner');

/** Why the database refuses a statement of somebody, or how many rows it touched. */
async function tried(actor: Actor, text: string, values: readonly unknown[]) {
  try {
    return await store.read(reachOf(actor), async ({ client }) => {
      const { rowCount } = await client.query(text, [...values]);
      return rowCount;
    });
  } catch (error) {
    return (error as Error).message;
  }
}

describe('whoever applies', () => {
  let staff: Staff;
  let actor: Actor;
  let ids: readonly [string, string];

  beforeAll(async () => {
    const programme = await aPublishedProgramme({ service, staff: buyer });
    staff = await aStaff(service, 'Harbour House');
    ({ actor } = await anApplication({ service, programme, staff }));
    ids = [programme, staff.organisation];
  });

  const where = 'where programme = $1 and organisation = $2';

  test('does not admit itself, nor its application', async () => {
    const became = `update provider set state = 'admitted', admitted_on = '2027-04-05' ${where}`;
    expect(await tried(actor, became, ids)).toMatch('by the decision upon its application');
    const decided = `update application set state = 'admitted', decided_by = changed_by,
      decided_at = now(), decided_on = '2027-04-05' ${where}`;
    expect(await tried(actor, decided, ids)).toMatch('does not become admitted so');
    const entered = `insert into party values ($1, $2, 'provider', 'Harbour House', now())`;
    expect(await tried(actor, entered, ids)).toMatch('row-level security');
  });

  test('does not enter as admitted where it never applied', async () => {
    const other = await aPublishedProgramme({ service, staff: buyer });
    const text = `insert into provider (programme, organisation, name, state, since, applied_at,
      admitted_on) values ($1, $2, 'Harbour House', 'admitted', now(), now(), '2027-04-05')`;
    expect(await tried(actor, text, [other, ids[1]])).toMatch('row-level security');
    expect(await tried(commissioner, text, [other, ids[1]])).toMatch('row-level security');
  });

  test('does not change what it has sent', async () => {
    const text = `update application set answers = '{}' ${where}`;
    expect(await tried(actor, text, ids)).toMatch('that was sent does not change');
    expect(await tried(commissioner, text, ids)).toMatch('that was sent does not change');
  });

  test('is admitted by no commissioner without a decision, nor bound to what it did not agree to', async () => {
    const became = `update provider set state = 'admitted', admitted_on = '2027-04-05' ${where}`;
    expect(await tried(commissioner, became, ids)).toMatch('by the decision upon its application');
    const signed = `insert into signature (programme, version, organisation, page_hash, signed_by,
      signed_at) select programme, version, organisation, page_hash, applied_by, now()
      from application ${where}`;
    expect(await tried(commissioner, signed, ids)).toMatch('row-level security');
  });

  test('has drafts that the commissioner does not see', async () => {
    const programme = await aPublishedProgramme({ service, staff: buyer });
    const other = await aStaff(service, 'Bright Futures');
    await aDraft({ service, programme, staff: other });
    const text = `select from application ${where}`;
    expect(await tried(commissioner, text, [programme, other.organisation])).toBe(0);
    const documents = `select from handed_in ${where}`;
    expect(await tried(commissioner, documents, [programme, other.organisation])).toBe(0);
  });
});

test('a pause by the commissioner is not ended by the provider', async () => {
  const programme = await aPublishedProgramme({ service, staff: buyer });
  const staff = await aStaff(service, 'Harbour House');
  const { actor, which } = await aProvider({ service, programme, staff, by: buyer });
  const { organisation } = which;
  await perform(service, pauseProvider, {
    actor: commissioner,
    input: { programme, organisation },
  });
  const text = `update provider set paused_by = '{}' where programme = $1 and organisation = $2`;
  expect(await tried(actor, text, [programme, organisation])).toMatch('ended by the commissioner');
});

const steps = [
  'save',
  'apply',
  'withdraw',
  'refuse',
  'admit',
  'pause',
  'resume',
  'pause own',
  'resume own',
  'give notice',
  'months go by',
] as const;

test('whatever is done in whatever order, referrals are open only after admission', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...steps), { maxLength: 14 }), async (taken) => {
      const programme = await aPublishedProgramme({ service, staff: buyer });
      const staff = await aStaff(service, 'Harbour House');
      const day = { number: 0 };
      const world = await aWorld(programme, staff, day);
      setDay('2027-04-05');
      const state = { isAdmitted: false, pauses: new Set<string>() };
      for (const step of taken) {
        if (await world.take(step)) follow(state, step);
        const isOpen = await world.isOpen();
        expect(isOpen).toBe(state.isAdmitted && state.pauses.size === 0);
      }
      setDay('2027-04-05');
    }),
    { numRuns: 12 },
  );
});

type Followed = { isAdmitted: boolean; readonly pauses: Set<string> };

// What must follow from a step that was taken, told without the tables.
function follow(state: Followed, step: (typeof steps)[number]): void {
  if (step === 'admit') state.isAdmitted = true;
  if (step === 'give notice') state.isAdmitted = false;
  if (step === 'admit' || step === 'give notice') state.pauses.clear();
  if (step === 'pause' || step === 'pause own') state.pauses.add(step);
  if (step === 'resume') state.pauses.delete('pause');
  if (step === 'resume own') state.pauses.delete('pause own');
}

async function aWorld(programme: string, staff: Staff, day: { number: number }) {
  const first = await aDraft({ service, programme, staff, expiresOn: '2039-01-01' });
  const { actor } = first;
  const { organisation } = staff;
  const which = async () => {
    const counted = `select max(number) as number from application where programme = $1
      and organisation = $2`;
    const found = await store.read(reachOf(actor), async ({ client }) =>
      client.query<{ number: number }>(counted, [programme, organisation]),
    );
    return { programme, organisation, number: found.rows[0]?.number ?? 1 };
  };
  const form = async () => {
    const found = await perform(service, readForm, { actor, input: { programme } });
    return found.ok ? found.value : { revision: 0, pageHash: '' };
  };
  const mine = { actor, input: { programme } };
  const theirs = { actor: commissioner, input: { programme, organisation } };
  const reasons = [{ condition: 'insured', reason: 'not_readable' }];
  const acts: Readonly<Record<(typeof steps)[number], () => Promise<{ ok: boolean }>>> = {
    save: async () => {
      const input = { programme, revision: (await form()).revision, answers: {} };
      return perform(service, saveDraft, { actor, input });
    },
    apply: async () => {
      const { revision, pageHash } = await form();
      const input = { programme, revision, pageHash };
      return perform(service, applyToJoin, { actor, input });
    },
    withdraw: async () => perform(service, withdrawApplication, mine),
    refuse: async () => {
      const input = { ...(await which()), reasons };
      return perform(service, refuseApplication, { actor: commissioner, input });
    },
    admit: async () =>
      perform(service, admitApplication, { actor: commissioner, input: await which() }),
    pause: async () => perform(service, pauseProvider, theirs),
    resume: async () => perform(service, resumeProvider, theirs),
    'pause own': async () => perform(service, pauseOwn, mine),
    'resume own': async () => perform(service, resumeOwn, mine),
    'give notice': async () => perform(service, giveNotice, mine),
    'months go by': async () => {
      day.number += 1;
      setDay(`2027-${String(4 + 2 * Math.min(day.number, 4)).padStart(2, '0')}-05`);
      return { ok: (await keepUpProviders(service)).length === 0 };
    },
  };
  return {
    take: async (step: (typeof steps)[number]) => (await acts[step]()).ok,
    isOpen: async () => {
      const asked = { actor: { kind: 'anyone' } as const, input: { programme } };
      const found = await perform(service, listPublicProviders, asked);
      const inTable = await tried(
        commissioner,
        `select from provider where programme = $1 and organisation = $2
          and may_be_referred(provider, '2039-01-01')`,
        [programme, organisation],
      );
      const isOpen = found.ok && found.value.providers.some((each) => each.isOpen);
      expect(inTable).toBe(isOpen ? 1 : 0);
      return isOpen;
    },
  };
}
