import { type Chance, chance } from '../../chance/index.ts';
import { attachEvidence, claims, decideFact, sendFacts } from '../facts-in/index.ts';
import { approveSettlement, listOfLines, openDispute } from '../money/index.ts';
import { attachPerson, referPerson, turnAwayPerson } from '../people/index.ts';
import type { Agenda } from './agenda.ts';
import { daysAfter, monthAfter } from './days.ts';
import { inventedDetails } from './invented-names.ts';
import { admit, apply } from './join-provider.ts';
import { keepDocument } from './keep-document.ts';
import { lifeOf, type Told } from './lives.ts';
import { livingDays, livingPage } from './pages.ts';
import { pay } from './pay.ts';
import { brightFutures, harbourHouse, health, secondStep } from './people.ts';
import { publish } from './publish.ts';
import { prepare } from './settle-as-at.ts';
import type { Stage } from './stage.ts';

/** The programme that is under way, while it is played. */
type Living = Readonly<{
  stage: Stage;
  agenda: Agenda;
  programme: string;
  /** What each provider has still to tell. */
  untold: Map<string, Told[]>;
}>;

const workers: Readonly<Record<string, string>> = {
  [brightFutures]: 'sara@brightfutures.example',
  [harbourHouse]: 'leo@harbourhouse.example',
};
const caseWorker = 'dan@northshire.example';
const verifier = 'mei@northshire.example';

/**
 * Nine months of a programme that goes on: people are referred and choose, providers tell what
 * happens, a verifier looks at it, and every month is settled. Today somebody waits for everything.
 */
export async function* playLiving(stage: Stage, agenda: Agenda): AsyncGenerator<string, string> {
  const days = livingDays(stage.today);
  stage.setDay(days.publishedOn);
  const text = await livingPage(stage.today);
  const programme = await publish(stage, { name: 'A home and a start', text });
  await stage.letTakePart({ programme, name: health, part: 'payer' });
  const living = { stage, agenda, programme, untold: new Map<string, Told[]>() };
  letJoin(living, brightFutures, days);
  const later = monthAfter(days.from, 2);
  letJoin(living, harbourHouse, { appliedOn: later, admittedOn: daysAfter(later, 8) });
  sendPeople(living, days.from);
  for (let month = days.from; monthAfter(month, 1) <= stage.today; month = monthAfter(month, 1)) {
    yield `the programme under way, ${month.slice(0, 7)}`;
    endMonth(living, month);
    await agenda.until(daysAfter(monthAfter(month, 1), -1));
  }
  applyLate(living);
  await agenda.until(stage.today);
  return programme;
}

type Joining = Readonly<{ appliedOn: string; admittedOn: string }>;

function letJoin({ stage, agenda, programme }: Living, name: string, days: Joining): void {
  agenda.on(days.appliedOn, async () => {
    const insuredTo = daysAfter(stage.today, 150);
    const number = await apply(stage, { programme, name, insuredTo });
    agenda.on(days.admittedOn, async () => admit(stage, { programme, name, number }));
  });
}

/** A third provider has applied this week. */
function applyLate({ stage, agenda, programme }: Living): void {
  agenda.on(daysAfter(stage.today, -3), async () => {
    const insuredTo = daysAfter(stage.today, 300);
    await apply(stage, { programme, name: secondStep, insuredTo });
  });
}

const everyDays = 8;

function sendPeople(living: Living, from: string): void {
  const { stage, agenda } = living;
  for (let at = 0; daysAfter(from, 3 + at * everyDays) < stage.today; at += 1) {
    const luck = chance('a home and a start').fork(at);
    const referredOn = daysAfter(from, 3 + at * everyDays);
    agenda.on(referredOn, async () => refer(living, luck, referredOn));
  }
  agenda.on(daysAfter(stage.today, -1), async () =>
    refer(living, chance('yesterday'), daysAfter(stage.today, -1)),
  );
}

async function refer(living: Living, luck: Chance, referredOn: string): Promise<void> {
  const { stage, agenda, programme } = living;
  const isLater = referredOn > daysAfter(monthAfter(livingDays(stage.today).from, 2), 12);
  const provider = isLater && luck.happens(0.4) ? harbourHouse : brightFutures;
  const { participant, referral } = await stage.act(caseWorker, referPerson, {
    programme,
    details: inventedDetails(luck.fork('who')),
    provider,
    way: luck.happens(0.8) ? 'chosen' : 'referred',
    group: 'young people',
  });
  const worker = workers[provider] ?? '';
  const metOn = daysAfter(referredOn, luck.whole(2, 7));
  if (luck.happens(0.06)) {
    agenda.on(metOn, async () => {
      await stage.act(worker, turnAwayPerson, { programme, referral, why: 'outside area' });
    });
    return;
  }
  agenda.on(metOn, async () => {
    await stage.act(worker, attachPerson, { programme, referral, group: 'young people' });
  });
  const told = lifeOf(luck.fork('life'), metOn).map(({ knownOn, cells }) => ({
    knownOn,
    cells: { ...cells, participant },
  }));
  living.untold.set(provider, [...(living.untold.get(provider) ?? []), ...told]);
}

/** What is done about a month after it: told, verified, settled and paid. */
function endMonth(living: Living, month: string): void {
  const { stage, agenda } = living;
  const next = monthAfter(month, 1);
  const isLast = monthAfter(next, 1) > stage.today;
  const asAt = daysAfter(next, -1);
  const on = (days: number) => {
    const day = daysAfter(next, days);
    return isLast && day > stage.today ? stage.today : day;
  };
  agenda.on(on(2), async () => {
    await tell(living, next);
    if (isLast) await show(living);
  });
  agenda.on(on(8), async () => verify(living, isLast ? 0.6 : 1));
  agenda.on(on(11), async () => settleMonth(living, { asAt, isLast }));
}

async function tell({ stage, programme, untold }: Living, before: string): Promise<void> {
  for (const [provider, all] of untold) {
    const now = all.filter(({ knownOn }) => knownOn < before);
    untold.set(
      provider,
      all.filter(({ knownOn }) => knownOn >= before),
    );
    const facts = now.map(({ cells }) => ({ ...cells, provider }));
    if (facts.length > 0) await stage.act(workers[provider] ?? '', sendFacts, { programme, facts });
  }
}

/** What was told last is shown too, where somebody has a home to show. */
async function show({ stage, programme }: Living): Promise<void> {
  const { claims: all } = await stage.act(verifier, claims, { programme, most: 200 });
  const homes = all.filter(({ fact }) => fact.kind === 'in accommodation');
  for (const { fact } of homes) {
    const lines = ['Tenancy agreement (invented)', `${fact.from} to ${fact.to}`];
    const document = await keepDocument(stage.service, lines);
    const worker = workers[fact.provider ?? ''] ?? '';
    await stage.act(worker, attachEvidence, { programme, fact: fact.id, ...document });
  }
}

/** The verifier works through so much of what waits; one claim in twelve does not hold. */
async function verify({ stage, programme }: Living, share: number): Promise<void> {
  const found = await stage.act(verifier, claims, { programme, most: 200 });
  const looked = found.claims.slice(0, Math.ceil(found.claims.length * share));
  for (const [at, { fact }] of looked.entries()) {
    const which = { programme, fact: fact.id };
    if (at % 12 === 7) {
      const reason = 'not enough shown';
      await stage.act(verifier, decideFact, { ...which, finding: 'rejected', reason });
    } else await stage.act(verifier, decideFact, { ...which, finding: 'verified' });
  }
}

type Month = Readonly<{ asAt: string; isLast: boolean }>;

async function settleMonth(living: Living, { asAt, isLast }: Month): Promise<void> {
  const { stage, agenda, programme } = living;
  const { settlement, resultHash } = await prepare(stage, { programme, asAt });
  // The newest waits for whoever signs in to approve it.
  if (isLast) return;
  const approvedOn = daysAfter(asAt, 14);
  agenda.on(approvedOn, async () => {
    await stage.act('grace@northshire.example', approveSettlement, {
      programme,
      settlement,
      resultHash,
    });
  });
  agenda.on(daysAfter(approvedOn, 8), async () => pay(stage, { programme, settlement }));
  const ofHealth = { programme, settlement, payer: health } as const;
  agenda.on(daysAfter(approvedOn, 9), async () => pay(stage, ofHealth));
  const isBeforeLast = monthAfter(asAt, 3) > stage.today;
  if (!isBeforeLast) return;
  agenda.on(daysAfter(approvedOn, 5), async () => question(living, settlement));
}

/** A provider questions a line of the last statement. */
async function question({ stage, programme }: Living, settlement: string): Promise<void> {
  const finance = 'ben@brightfutures.example';
  const which = { programme, settlement };
  const { lines } = await stage.act(finance, listOfLines, { ...which, payee: brightFutures });
  const line = lines.find(({ participant, amount }) => participant !== undefined && +amount > 0);
  if (line === undefined) return;
  await stage.act(finance, openDispute, { ...which, line: line.line, reason: 'fact_wrong' });
}
