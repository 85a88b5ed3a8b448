import { chance } from '../../chance/index.ts';
import { claims, decideFact, sendFacts } from '../facts-in/index.ts';
import { attachPerson, protectParticipant, referPerson } from '../people/index.ts';
import type { Agenda } from './agenda.ts';
import { daysAfter, monthAfter } from './days.ts';
import { inventedDetails } from './invented-names.ts';
import { admit, apply } from './join-provider.ts';
import { livingDays, safetyPage } from './pages.ts';
import { harbourHouse } from './people.ts';
import { publish } from './publish.ts';
import { settle } from './settle-as-at.ts';
import type { Stage } from './stage.ts';

const caseWorker = 'dan@northshire.example';
const worker = 'leo@harbourhouse.example';
const verifier = 'mei@northshire.example';
const people = 6;

/** A programme about safety: a neutral name everywhere, and somebody who is marked protected. */
export function enterSafety(stage: Stage, agenda: Agenda): void {
  const days = livingDays(stage.today);
  agenda.on(days.publishedOn, async () => {
    const text = await safetyPage(stage.today);
    const programme = await publish(stage, { name: 'Leaving care well', text });
    const safety = { stage, agenda, programme };
    letJoin(safety, days);
    for (let at = 0; at < people; at += 1) {
      const referredOn = daysAfter(days.from, 4 + at * 20);
      agenda.on(referredOn, async () => refer(safety, { referredOn, isProtected: at === 2 }));
    }
    const asAt = daysAfter(monthAfter(stage.today, -1), -1);
    agenda.on(daysAfter(asAt, 13), async () => void (await settle(stage, { programme, asAt })));
  });
}

type Safety = Readonly<{ stage: Stage; agenda: Agenda; programme: string }>;
type Referred = Readonly<{ referredOn: string; isProtected: boolean }>;

type Joining = Readonly<{ appliedOn: string; admittedOn: string }>;

function letJoin({ stage, agenda, programme }: Safety, { appliedOn, admittedOn }: Joining): void {
  agenda.on(appliedOn, async () => {
    const insuredTo = daysAfter(stage.today, 120);
    const number = await apply(stage, { programme, name: harbourHouse, insuredTo });
    agenda.on(admittedOn, async () => admit(stage, { programme, name: harbourHouse, number }));
  });
}

async function refer(safety: Safety, { referredOn, isProtected }: Referred): Promise<void> {
  const { stage, agenda, programme } = safety;
  const luck = chance('leaving care well').fork(referredOn.slice(5));
  const { participant, referral } = await stage.act(caseWorker, referPerson, {
    programme,
    details: inventedDetails(luck),
    provider: harbourHouse,
    way: 'chosen',
    group: 'leaving',
  });
  if (isProtected) await stage.act(caseWorker, protectParticipant, { programme, participant });
  agenda.on(daysAfter(referredOn, 3), async () => {
    await stage.act(worker, attachPerson, { programme, referral, group: 'leaving' });
  });
  const from = daysAfter(referredOn, 10);
  const to = daysAfter(from, 100);
  const housed = { kind: 'in settled housing', participant, provider: harbourHouse, from, to };
  agenda.on(daysAfter(to, 1), async () => {
    await stage.act(worker, sendFacts, { programme, facts: [housed] });
  });
  agenda.on(daysAfter(to, 4), async () => verifyAll(stage, programme));
}

async function verifyAll({ act }: Stage, programme: string): Promise<void> {
  const found = await act(verifier, claims, { programme, most: 200 });
  for (const { fact } of found.claims) {
    await act(verifier, decideFact, { programme, fact: fact.id, finding: 'verified' });
  }
}
