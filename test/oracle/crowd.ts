import type { DayNumber } from '../../src/calendar/index.ts';
import type { Plan, VersionPlan } from '../../src/settlement/plan/plan.ts';
import { type Person, seenFor } from './achieve.ts';
import type { Attachment } from './attachments.ts';
import {
  type AsAt,
  type Chain,
  factsOf,
  firstDayOf,
  type InForce,
  knownSince,
  type View,
  viewOf,
} from './facts-in-force.ts';
import type { Work } from './line.ts';
import type { Status } from './statuses.ts';

/** One who was referred or attached on a day, and since when that is known. */
export type Comer = Readonly<{
  participant: string;
  id: string;
  day: DayNumber;
  knownOn: DayNumber;
  /** With whom the attachment is; for a referral, with whom its first. */
  provider: string | undefined;
  /** For a referral: whom it names. */
  to: string | undefined;
  with: readonly string[];
}>;

/** What is known of one participant. */
export type Somebody = Readonly<{
  participant: string;
  chains: readonly Chain[];
  attached: readonly Comer[];
  referred: readonly Comer[];
  attachments: readonly Attachment[];
  setAsideOn: DayNumber | undefined;
  statuses: readonly Status[];
}>;

/** When a provider took part in the programme. */
export type Provider = Readonly<{
  name: string;
  joinedOn: DayNumber;
  knownOn: DayNumber;
  leftOn: DayNumber | undefined;
}>;

/** Everything that lines of more than one participant are worked out from. */
export type Ground = Readonly<{
  plan: Plan;
  today: AsAt;
  people: readonly Somebody[];
  /** Chains about no participant. */
  common: readonly Chain[];
  providers: readonly Provider[];
  works: readonly Work[];
}>;

/** All who came under the first version, before they were set aside. */
export function comersOf(
  person: Person,
  chains: readonly Chain[],
  today: AsAt,
): Pick<Somebody, 'attached' | 'referred'> {
  const { stays } = seenFor(person, person.plan.versions[0] as VersionPlan);
  const knownOn = (id: string) => {
    const chain = chains.find(({ identity }) => identity === id) as Chain;
    return knownSince(chain, today) as DayNumber;
  };
  const participant = chains[0]?.participant as string;
  return {
    attached: stays.attachments.map(({ id, day, provider, with: having }) => ({
      participant,
      id,
      day,
      knownOn: knownOn(id),
      provider,
      to: undefined,
      with: having,
    })),
    referred: stays.referrals.map(({ id, day, to, with: having }) => {
      const first = stays.attachments.find(({ referral }) => referral === id);
      // An attachment stands for a referral until there is one.
      const known = [id, first?.id ?? id].map(knownOn);
      return {
        participant,
        id,
        day,
        knownOn: Math.min(...known),
        provider: first?.provider,
        to,
        with: first?.with ?? having,
      };
    }),
  };
}

/** Those who joined, by name: by a fact of joining, or by their first attachment. */
export function providersOf(ground: Omit<Ground, 'providers' | 'works'>): Provider[] {
  const { plan, people, common, today } = ground;
  const facts = verifiedOf(common, ['joined'], today);
  const attached = people.flatMap((each) => each.attached);
  const names = new Set([
    ...facts.map(({ fact }) => fact.provider as string),
    ...attached.map(({ provider }) => provider as string),
  ]);
  return [...names]
    .filter((name) => isOwn(plan, name))
    .sort()
    .map((name) => {
      const joined = facts.find(({ fact }) => fact.provider === name);
      const first = attached
        .filter(({ provider }) => provider === name)
        .sort((a, b) => a.day - b.day || a.knownOn - b.knownOn)[0] as Comer;
      const joinedOn = joined === undefined ? first.day : firstDayOf(joined.fact);
      const knownOn = joined === undefined ? first.knownOn : since(common, joined, { today });
      const left = verifiedOf(common, ['left'], today)
        .map(({ fact }) => fact)
        .find((fact) => fact.provider === name && firstDayOf(fact) >= joinedOn);
      return { name, joinedOn, knownOn, leftOn: left?.day };
    });
}

/** On a subcontract's page only its own take part. */
export function isOwn({ versions }: Plan, name: string): boolean {
  const here = versions[0]?.whole?.attachedHere;
  return here === undefined || here.some(({ to }) => to === name);
}

/** Since when what stands today is known, in as much as it says today. */
export function since(
  chains: readonly Chain[],
  { identity }: InForce,
  { today, isEnough }: Readonly<{ today: AsAt; isEnough?: Parameters<typeof knownSince>[2] }>,
): DayNumber {
  const chain = chains.find((each) => each.identity === identity) as Chain;
  return knownSince(chain, today, isEnough) as DayNumber;
}

/** The verified facts of these kinds that stand today, in order of days. */
export function verifiedOf(
  chains: readonly Chain[],
  kinds: readonly string[],
  today: AsAt,
): InForce[] {
  return factsOf(viewOfToday(chains, today), kinds, ['verified']);
}

function viewOfToday(chains: readonly Chain[], today: AsAt): View {
  return viewOf(chains, today, { ...today, hopes: 'counted' });
}

export function takesPart({ joinedOn, leftOn }: Provider, day: DayNumber): boolean {
  return joinedOn <= day && (leftOn === undefined || leftOn >= day);
}
