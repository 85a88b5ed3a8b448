import { keepUpload } from '../../src/http/keep-upload.ts';
import type { Actor, Duty } from '../../src/service/access/index.ts';
import { type Action, perform, type Service } from '../../src/service/act/index.ts';
import {
  attachEvidence,
  decideFact,
  factsOfParticipant,
  loadFileJob,
  sendFacts,
  sendFile,
  takesFacts,
} from '../../src/service/facts-in/index.ts';
import {
  admitApplication,
  applyToJoin,
  handInDocument,
  readForm,
  saveDraft,
} from '../../src/service/joining/index.ts';
import { lastingJob } from '../../src/service/lasting/index.ts';
import {
  approveSettlement,
  bundleWork,
  listOfLines,
  listOfStatements,
  openDispute,
  prepareSettlement,
  recordPayments,
  requestBundle,
  requestSettlement,
} from '../../src/service/money/index.ts';
import { invite } from '../../src/service/organisations/index.ts';
import { attachPerson, referPerson, seePerson } from '../../src/service/people/index.ts';
import {
  beginProgramme,
  publishPage,
  putForward,
  writeDraft,
} from '../../src/service/programmes/index.ts';
import { makeWayBack } from '../../src/service/sign-in/index.ts';
import { addParty, type Store } from '../../src/store/index.ts';
import { answers, anUpload } from '../support/made-applications.ts';
import { aService, got } from '../support/made-facts.ts';
import { actorOf, anOffice, type Office, type Worker } from '../support/made-workers.ts';
import { insuredSum, markedPage } from './marked-page.ts';

/** Everything that one commissioner, its provider and the people they serve have. */
export type Side = Readonly<{
  commissioner: Office;
  provider: Office;
  programme: string;
  /** What there is by the names that routes give it: participant, referral, settlement and so on. */
  ids: Readonly<Record<string, string>>;
}>;

export type World = Readonly<{
  service: Service;
  setDay: (day: string) => void;
  folder: string;
  one: Side;
  /** The same again, of others: nobody of one side has to do with the other. */
  other: Side;
  /** A second provider in the programme of the first side, with people of its own. */
  rival: Side;
  verifier: Office;
  auditor: Office;
  payer: Office;
  referrer: Office;
  /** An organisation that takes part in nothing. */
  stranger: Office;
  as: (worker: Worker) => Promise<Actor>;
}>;

const begun = '2027-04-05';
const today = '2027-09-02';

/** Names, contacts and days of people that must be read nowhere they do not belong. */
export const personMarkers = {
  name: 'Morgan Wrenfield',
  phone: '+44 7700 900417',
  email: 'morgan.wrenfield@example.org',
  bornOn: '1991-11-23',
  place: 'behind the old cannery',
} as const;

/** An amount that stands in a fact and nowhere else. */
export const adjustedBy = '777.91';

/** Two commissioners, three providers, whoever else takes part, and all that there is to see. */
export async function aWorld(store: Store): Promise<World> {
  const { service, setDay, folder } = await aService(store, begun);
  const as = async (worker: Worker) => actorOf(service, worker);
  const ground: Ground = { store, service, as };
  const names = ['Northshire Council', 'Southshire Council', 'Verity Checks', 'Ledger Eyes'];
  const [north, south, verifier, auditor] = await Promise.all(
    names.map(async (name) => anOffice(store, name)),
  );
  const [payer, referrer, stranger] = await Promise.all(
    ['Paymaster Fund', 'Frontdoor Advice', 'Stranger Services'].map(async (name) =>
      anOffice(store, name),
    ),
  );
  const [harbour, sea, quay] = await Promise.all(
    ['Harbour House', 'Sea View', 'Quay Rooms'].map(async (name) => anOffice(store, name)),
  );
  const all = { north, south, verifier, auditor, payer, referrer, stranger, harbour, sea, quay };
  const here = present(all);
  const first = await begin(ground, here.north);
  const second = await begin(ground, here.south);
  for (const [office, part] of [
    [here.verifier, 'verifier'],
    [here.auditor, 'auditor'],
    [here.payer, 'payer'],
    [here.referrer, 'referrer'],
  ] as const) {
    await takePart(ground, { office, part, programme: first, by: here.north });
  }
  const harbourJoins = { office: here.harbour, by: here.north, programme: first };
  const seaJoins = { office: here.sea, by: here.north, programme: first };
  const quayJoins = { office: here.quay, by: here.south, programme: second };
  const joining = [harbourJoins, seaJoins, quayJoins];
  const joined: (Joins & Readonly<{ document: string }>)[] = [];
  for (const joins of joining) joined.push({ ...joins, document: await join(ground, joins) });
  setDay('2027-04-06');
  const sent: Sent[] = [];
  for (const joins of joined) sent.push(await send(ground, joins));
  setDay('2027-07-20');
  const served: Side[] = [];
  for (const each of sent) served.push(await serve(ground, each));
  const [one, rival, other] = served;
  const sides = present({ one, rival, other });
  const firstSettled = await settleAll(ground, harbourJoins, setDay);
  const secondSettled = await settleAll(ground, quayJoins, setDay);
  const settled = {
    one: await withLinks(ground, await withMoney(ground, sides.one, firstSettled)),
    rival: await withMoney(ground, sides.rival, firstSettled),
    other: await withLinks(ground, await withMoney(ground, sides.other, secondSettled)),
  };
  setDay(today);
  return {
    service,
    setDay,
    folder,
    as,
    ...settled,
    verifier: here.verifier,
    auditor: here.auditor,
    payer: here.payer,
    referrer: here.referrer,
    stranger: here.stranger,
  };
}

type Ground = Readonly<{
  store: Store;
  service: Service;
  as: (worker: Worker) => Promise<Actor>;
}>;

type Joins = Readonly<{ office: Office; by: Office; programme: string }>;

type Present<T> = { readonly [Name in keyof T]: NonNullable<T[Name]> };

function present<T extends object>(all: T): Present<T> {
  for (const [name, value] of Object.entries(all)) {
    if (value === undefined) throw new Error(`${name} is made`);
  }
  return all as Present<T>;
}

type Doing = Readonly<{ office: Office; duty: Duty; nth?: 1 | 2 }>;

async function act<T>(
  { service, as }: Ground,
  { office, duty, nth = 1 }: Doing,
  [action, input]: readonly [Action, object],
): Promise<T> {
  const actor = await as(office.has(duty, nth));
  return got(await perform(service, action, { actor, input })) as T;
}

async function begin(ground: Ground, office: Office): Promise<string> {
  const commissioner = { office, duty: 'commissioner' } as const;
  const name = 'A new programme';
  const { programme } = await act<{ programme: string }>(ground, commissioner, [
    beginProgramme,
    { name, text: markedPage() },
  ]);
  const put = await act<{ number: number; pageHash: string }>(ground, commissioner, [
    putForward,
    { programme, revision: 1 },
  ]);
  await act(ground, { office, duty: 'publisher' }, [
    publishPage,
    { programme, number: put.number, pageHash: put.pageHash },
  ]);
  const text = markedPage().replace('Notes like this one', 'Words like these');
  await act(ground, commissioner, [writeDraft, { programme, revision: 1, text }]);
  return programme;
}

async function takePart(
  { store, service }: Ground,
  { office, by, programme, part }: Joins & Readonly<{ part: string }>,
): Promise<void> {
  const reach = {
    reach: 'organisation',
    organisation: by.organisation,
    account: by.has('commissioner').account,
  } as const;
  const joinedAt = new Date(service.clock()).toISOString();
  const { organisation, name } = office;
  await store.read(reach, async (tx) =>
    addParty(tx, { programme, organisation, part, name, joinedAt }),
  );
}

/** Fills in an application to join; it is yet to be sent. */
export async function fillIn(
  ground: Ground,
  { office, programme }: Omit<Joins, 'by'>,
): Promise<Readonly<{ upload: string; revision: number; pageHash: string }>> {
  const staff = { office, duty: 'provider_staff' } as const;
  const typed = { ...answers, name: office.name, insured: insuredSum };
  await act(ground, staff, [saveDraft, { programme, revision: 0, answers: typed }]);
  const upload = await anUpload(ground.service);
  const document = { programme, field: 'insured_proof', expiresOn: '2028-03-31', ...upload };
  const { revision } = await act<{ revision: number }>(ground, staff, [handInDocument, document]);
  const { pageHash } = await act<{ pageHash: string }>(ground, staff, [readForm, { programme }]);
  return { upload: upload.upload, revision, pageHash };
}

/** Gives the document that was handed in. */
async function join(ground: Ground, { office, by, programme }: Joins): Promise<string> {
  const { upload, revision, pageHash } = await fillIn(ground, { office, programme });
  const administrator = { office, duty: 'administrator' } as const;
  const { number } = await act<{ number: number }>(ground, administrator, [
    applyToJoin,
    { programme, revision, pageHash },
  ]);
  const which = { programme, organisation: office.organisation, number };
  await act(ground, { office: by, duty: 'commissioner' }, [admitApplication, which]);
  return upload;
}

const details = {
  names: [personMarkers.name],
  bornOn: personMarkers.bornOn,
  ways: [
    { kind: 'text', to: personMarkers.phone },
    { kind: 'e-mail', to: personMarkers.email },
    { kind: 'in person', to: personMarkers.place },
  ],
  safeWay: { way: 1 },
};

type Sent = Joins &
  Readonly<Record<'document' | 'participant' | 'referral' | 'waiting' | 'person', string>>;

type Referred = Readonly<Record<'participant' | 'referral', string>>;

/** Somebody is referred and comes, and somebody else is yet to come. */
async function send(
  ground: Ground,
  { document, ...joins }: Joins & Readonly<{ document: string }>,
): Promise<Sent> {
  const { office, by, programme } = joins;
  const worker = { office: by, duty: 'case_worker' } as const;
  const staff = { office, duty: 'provider_staff' } as const;
  const input = { programme, provider: office.name, details, way: 'referred' };
  const { participant, referral } = await act<Referred>(ground, worker, [referPerson, input]);
  const waiting = await act<Referred>(ground, worker, [referPerson, input]);
  await act(ground, staff, [attachPerson, { programme, referral, group: 'leaving' }]);
  const { people } = await act<{ people: readonly { person: string }[] }>(ground, staff, [
    seePerson,
    { programme, participant, why: 'appointment' },
  ]);
  const person = people[0]?.person ?? '';
  return { ...joins, document, participant, referral, waiting: waiting.referral, person };
}

/** They get on, and what shows it comes in. */
async function serve(ground: Ground, sent: Sent): Promise<Side> {
  const { office, by, programme, participant } = sent;
  const worker = { office: by, duty: 'case_worker' } as const;
  const staff = { office, duty: 'provider_staff' } as const;
  const whom = { participant, provider: office.name };
  const housed = { kind: 'in settled housing', from: '2027-04-06', to: '2027-07-14', ...whom };
  await act(ground, staff, [sendFacts, { programme, facts: [housed] }]);
  const fact = await claimOf(ground, worker, { programme, participant });
  const finding = { programme, fact, finding: 'verified' };
  await act(ground, { office: by, duty: 'verifier' }, [decideFact, finding]);
  const learnt = { kind: 'level 2', day: '2027-07-18', ...whom };
  await act(ground, staff, [sendFacts, { programme, facts: [learnt] }]);
  const claim = await claimOf(ground, worker, { programme, participant });
  const { evidence } = await act<{ evidence: string }>(ground, staff, [
    attachEvidence,
    { programme, fact: claim, ...(await anUpload(ground.service)) },
  ]);
  const asOurs = `id,kind,participant,day\n1,=unknown(kind),${personMarkers.name},2027-07-15\n`;
  const refused = await sendText(ground, { office, programme, text: asOurs });
  await loadFileJob(ground.service, { programme, import: refused });
  const asTheirs = `Who,What,When\n${personMarkers.name},came,15/07/2027\n`;
  const unmapped = await sendText(ground, { office, programme, text: asTheirs });
  return {
    commissioner: by,
    provider: office,
    programme,
    ids: {
      programme,
      participant,
      referral: sent.waiting,
      attached: sent.referral,
      person: sent.person,
      fact: claim,
      evidence,
      document: sent.document,
      import: refused,
      unmapped,
      organisation: office.organisation,
      payee: office.name,
    },
  };
}

type Text = Readonly<{ office: Office; programme: string; text: string }>;

async function sendText(ground: Ground, { office, programme, text }: Text): Promise<string> {
  const pieces = piecesOf(Buffer.from(text));
  const upload = got(await keepUpload(ground.service, pieces, takesFacts));
  const staff = { office, duty: 'provider_staff' } as const;
  const input = { programme, ...upload };
  return (await act<{ import: string }>(ground, staff, [sendFile, input])).import;
}

async function* piecesOf(content: Buffer): AsyncGenerator<Uint8Array> {
  yield content;
}

/** The fact about them that waits to be verified. */
async function claimOf(
  ground: Ground,
  worker: Doing,
  input: Readonly<{ programme: string; participant: string }>,
): Promise<string> {
  const { facts } = await act<{
    facts: readonly { id: string; state: string; isReplaced: boolean }[];
  }>(ground, worker, [factsOfParticipant, input]);
  return facts.find(({ state, isReplaced }) => state === 'claimed' && !isReplaced)?.id ?? '';
}

/** A settlement that was approved, and one that waits to be. */
async function settleAll(
  ground: Ground,
  { by: office, programme }: Joins,
  setDay: World['setDay'],
): Promise<Readonly<Record<'settlement' | 'waiting', string>>> {
  const preparer = { office, duty: 'finance_preparer' } as const;
  const approver = { office, duty: 'finance_approver' } as const;
  type Prepared = Readonly<Record<'settlement' | 'resultHash', string>>;
  const prepare = async (asAt: string) =>
    act<Prepared>(ground, preparer, [prepareSettlement, { programme, asAt, knownAt: asAt }]);
  setDay('2027-08-02');
  const { settlement, resultHash } = await prepare('2027-07-31');
  const approval = { programme, settlement, resultHash };
  await act(ground, approver, [approveSettlement, approval]);
  setDay('2027-09-02');
  const next = await prepare('2027-08-31');
  return { settlement, waiting: next.settlement };
}

/** What money there is of a provider: a line, a statement, a dispute, a payment. */
async function withMoney(
  ground: Ground,
  side: Side,
  { settlement, waiting }: Readonly<Record<'settlement' | 'waiting', string>>,
): Promise<Side> {
  const { programme, commissioner, provider } = side;
  const own = { office: provider, duty: 'provider_finance' } as const;
  const { lines } = await act<{
    lines: readonly { line: string; participant?: string }[];
  }>(ground, own, [listOfLines, { programme, settlement }]);
  const line = lines.find(({ participant }) => participant !== undefined)?.line ?? '';
  const { dispute } = await act<{ dispute: string }>(ground, own, [
    openDispute,
    { programme, settlement, line, reason: 'amount_wrong' },
  ]);
  const participant = side.ids.participant ?? '';
  const adjustment = { kind: 'adjustment', participant, provider: provider.name, about: 'Settled' };
  await act(ground, { office: commissioner, duty: 'finance_preparer' }, [
    sendFacts,
    { programme, facts: [{ ...adjustment, day: '2027-08-01', value: adjustedBy }] },
  ]);
  const { statements } = await act<{
    statements: readonly { statement: Readonly<Record<string, string>> }[];
  }>(ground, own, [listOfStatements, { programme }]);
  const { reference = '', paid: amount = '' } = statements[0]?.statement ?? {};
  const payment = { bankReference: `BANK-${provider.name}`, reference, amount, day: '2027-08-05' };
  await act(ground, { office: commissioner, duty: 'finance_preparer' }, [
    recordPayments,
    { programme, payments: [payment] },
  ]);
  const { bundle } = await act<{ bundle: string }>(
    ground,
    { office: commissioner, duty: 'auditor' },
    [requestBundle, { programme, settlement, recipient: 'National auditor' }],
  );
  await lastingJob(ground.service, bundleWork, { programme, request: bundle });
  return { ...side, ids: { ...side.ids, settlement, waiting, line, dispute, bundle } };
}

/** Links that were given out, and a settlement that is prepared by and by. */
async function withLinks(ground: Ground, side: Side): Promise<Side> {
  const { programme, commissioner: office } = side;
  const { id, link } = await act<{ id: string; link: string }>(
    ground,
    { office, duty: 'administrator' },
    [invite, { email: 'somebody@example.org', duties: ['verifier'] }],
  );
  const { email } = office.has('none', 2);
  const upkeep = { kind: 'service' } as const;
  const back = got(await perform(ground.service, makeWayBack, { actor: upkeep, input: { email } }));
  const { request } = await act<{ request: string }>(ground, { office, duty: 'finance_preparer' }, [
    requestSettlement,
    { programme, asAt: '2027-08-31' },
  ]);
  const links = { invitation: id, token: endOf(link), wayBack: endOf(back.link) };
  return { ...side, ids: { ...side.ids, ...links, request } };
}

function endOf(link: string): string {
  return link.slice(link.lastIndexOf('/') + 1);
}
