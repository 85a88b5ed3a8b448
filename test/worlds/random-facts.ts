import type { DayNumber } from '../../src/calendar/index.ts';
import type { Chance } from '../../src/chance/index.ts';
import type { Fact, FactState } from '../../src/facts/index.ts';
import { fraction } from '../../src/money/index.ts';
import type { Plan } from '../../src/settlement/plan/plan.ts';
import { marketFacts } from './market-facts.ts';
import { areas, completeSource, kinds, providers, sources, type Variety } from './random-plan.ts';
import { written } from './written.ts';

type Making = Readonly<{
  draw: Chance;
  plan: Plan;
  facts: Fact[];
  participant: string;
  /** Only facts of kinds that the plan names are told. */
  isMarket: boolean;
}>;

/** What a fact says, before it has an id, a known day and a state. */
export type Told = Omit<Fact, 'id' | 'known' | 'state'> & Partial<Pick<Fact, 'known' | 'state'>>;

/** Random facts about some participants, with corrections, withdrawals and late ones among them. */
export function randomFacts(draw: Chance, plan: Plan, variety: Variety): Fact[] {
  const facts: Fact[] = [];
  const isMarket = variety === 'market';
  const count = isMarket ? draw.whole(3, 10) : draw.whole(1, 6);
  for (let index = 1; index <= count; index += 1) {
    const participant = `P${String(index).padStart(2, '0')}`;
    const making = { draw: draw.fork(index), plan, facts, participant, isMarket };
    stays(making);
    happenings(making);
    spells(making);
    if (making.draw.happens(0.12)) setAside(making);
  }
  const nobody = { draw: draw.fork('nobody'), plan, facts, participant: '', isMarket };
  discounts(nobody);
  completeness(nobody);
  marketFacts({ ...nobody, draw: draw.fork('market'), tell: (told) => tell(nobody, told) });
  corrections({ ...nobody, draw: draw.fork('corrections') });
  atLeastOne({ ...nobody, draw: draw.fork('at least one') });
  const corrected = ofOtherKinds(draw.fork('other kinds'), plan, facts);
  const told = knownLast(draw.fork('known last'), corrected);
  return draw.fork('order').shuffle(told);
}

/** In some worlds what corrects a correction is known long before it. */
function knownLast(draw: Chance, facts: readonly Fact[]): readonly Fact[] {
  if (!draw.happens(0.3)) return facts;
  return facts.map((fact) => {
    const next = facts.find(({ replaces }) => replaces === fact.id);
    const isBetween = fact.replaces !== undefined && next !== undefined;
    if (!isBetween || draw.happens(0.3)) return fact;
    return { ...fact, known: next.known + draw.whole(1, 200) };
  });
}

/** In some worlds a correction may say that it was of another kind, of the same shape. */
function ofOtherKinds(draw: Chance, plan: Plan, facts: readonly Fact[]): readonly Fact[] {
  if (!draw.happens(0.3)) return facts;
  const { occurrences, offences, setAside, spells, pauses, exclusions } = kinds;
  const groups = plan.versions.flatMap((each) => [...each.groups.values()]);
  const claims = groups.flatMap((group) => group.outcomes.map(({ name }) => name));
  const alike = [
    [...occurrences, ...offences, ...setAside, ...new Set(claims)],
    spells,
    [...pauses, ...exclusions],
    kinds.scores,
    [...kinds.payments, ...kinds.units],
    [...kinds.fees, ...kinds.wages],
  ];
  return facts.map((fact) => {
    const others = alike.find((each) => (each as readonly string[]).includes(fact.kind));
    const isOther = fact.replaces !== undefined && others !== undefined && draw.happens(0.5);
    return isOther ? { ...fact, kind: draw.pick<string>(others) } : fact;
  });
}

function tell({ draw, facts, participant }: Making, told: Told): Fact {
  const last = (told.day ?? told.to ?? told.from) as DayNumber;
  const lag = draw.happens(0.6) ? 0 : draw.whole(0, 60);
  const fact: Fact = {
    id: `F${String(facts.length + 1).padStart(3, '0')}`,
    ...(participant === '' ? {} : { participant }),
    known: last + lag,
    state: 'verified',
    ...(withoutSource.includes(told.kind) ? {} : { source: draw.pick(sources) }),
    ...told,
  };
  facts.push(fact);
  return fact;
}

const withoutSource = ['attached', 'referred', 'left', 'discount', 'joined', 'bound', 'adjustment'];

/** A day of the programme, or a little after it. */
function someDay({ draw, plan }: Making): DayNumber {
  return draw.whole(plan.startsOn, plan.endsOn + 40);
}

/** One to three attachments, with referrals for some; at times two at once, or one after another. */
function stays(making: Making): void {
  const { draw, plan } = making;
  const groups = [...(plan.versions[0]?.groups.keys() ?? [])];
  let group = draw.pick(groups);
  const count = draw.pick(making.isMarket ? [1, 1, 1, 2] : [1, 1, 2, 2, 3]);
  const isReferred = draw.happens(0.5);
  const latest = making.isMarket ? (plan.startsOn + plan.endsOn) >> 1 : plan.startsOn + 80;
  let day = draw.whole(plan.startsOn, latest);
  const stillWith = new Set<string>();
  for (let index = 0; index < count && day <= plan.endsOn; index += 1) {
    const free = providers.filter((each) => !stillWith.has(each));
    const provider = draw.pick(free);
    if (isReferred && (index === 0 || draw.happens(0.6))) {
      tell(making, { kind: 'referred', day: day - draw.pick([0, 0, 3, 10]), provider });
    }
    if (draw.happens(0.15)) group = draw.pick(groups);
    const theirs = { provider, group, ...characteristics(draw) };
    tell(making, { kind: 'attached', day, ...theirs });
    stillWith.add(provider);
    const length = draw.whole(10, 160);
    const next = day + length + draw.pick([-9, 0, 1, 1, 20]);
    if (draw.happens(0.65)) {
      const isNamed = draw.happens(0.7) || stillWith.size > 1;
      tell(making, { kind: 'left', day: day + length, ...(isNamed ? { provider } : {}) });
      if (next > day + length) stillWith.delete(provider);
    }
    day = Math.max(next, day + 1);
  }
}

/** At most one area, and perhaps a need; nothing at all where there is neither. */
function characteristics(draw: Chance): Pick<Fact, 'with'> {
  const area = draw.pick([[], [areas[0]], [areas[1]]]);
  const all = draw.happens(0.4) ? [...area, areas[2]] : area;
  return all.length === 0 ? {} : { with: all };
}

/** Whether the plan says anything of the kind; what it does not name changes nothing. */
function isTold({ plan, isMarket }: Making, kind: string): boolean {
  return !isMarket || namedIn(plan).includes(`"${kind}"`);
}

const texts = new WeakMap<Plan, string>();

function namedIn(plan: Plan): string {
  const known = texts.get(plan);
  if (known !== undefined) return known;
  const text = written(plan);
  texts.set(plan, text);
  return text;
}

function happenings(making: Making): void {
  const { draw, plan } = making;
  const claims = plan.versions[0]?.groups.values().next().value?.outcomes ?? [];
  const own = claims.flatMap(({ name, condition }) => {
    const isClaimed = condition.is === 'happens' && condition.kinds.includes(name);
    return isClaimed || !making.isMarket ? [name] : [];
  });
  for (const kind of [...kinds.occurrences, ...own].filter((each) => isTold(making, each))) {
    const often = making.isMarket ? [0, 1, 1, 1, 2, 3] : [0, 0, 1, 2];
    for (let left = draw.pick(often); left > 0; left -= 1) {
      tell(making, { kind, day: someDay(making), state: someState(draw) });
    }
  }
  const valued = [...kinds.scores, ...kinds.payments, ...kinds.units];
  for (const kind of valued.filter((each) => isTold(making, each))) {
    for (let left = draw.whole(0, making.isMarket ? 3 : 6); left > 0; left -= 1) {
      const most = kind === 'paid' ? 40_000 : 20;
      const value = fraction(draw.whole(1, most), draw.pick([1, 1, 1, 4]));
      tell(making, { kind, day: someDay(making), value, state: someState(draw) });
    }
  }
  if (isTold(making, 'offence') && draw.happens(0.25)) {
    tell(making, { kind: 'offence', day: someDay(making) });
  }
}

function spells(making: Making): void {
  const { draw } = making;
  for (const kind of [...kinds.spells, ...kinds.wages].filter((each) => isTold(making, each))) {
    const count = draw.pick([0, 2, 4, 6]);
    let last = someDay(making) - 120;
    for (let index = 0; index < count; index += 1) {
      // A spell overlaps the one before, touches it, or leaves a gap of some days.
      const from = last + draw.pick([-10, 1, 1, 3, 5, 20]);
      const value = fraction(kind === 'earning' ? draw.whole(5_000, 40_000) : draw.whole(5, 40));
      last = spell(making, { kind, from, value, state: someState(draw) }, 70);
    }
  }
  for (const kind of [...kinds.pauses, ...kinds.exclusions]) {
    if (!isTold(making, kind)) continue;
    for (let left = draw.pick([0, 1, 1, 3]); left > 0; left -= 1) {
      spell(making, { kind, from: someDay(making) - 60 }, 25);
    }
  }
  if (isTold(making, 'allowance') && draw.happens(0.3)) {
    const value = fraction(draw.whole(1, 40_000));
    spell(making, { kind: 'allowance', from: someDay(making), value }, 40);
  }
}

/** A spell of some days, at times with no end yet; returns its last day. */
function spell(making: Making, told: Told & { from: DayNumber }, most: number): DayNumber {
  const { draw } = making;
  const last = told.from + draw.whole(0, most);
  if (draw.happens(0.2)) tell(making, { ...told, known: last });
  else tell(making, { ...told, to: last });
  return last;
}

function someState(draw: Chance): FactState {
  if (draw.happens(0.85)) return 'verified';
  return draw.pick(['claimed', 'waiting', 'not selected', 'rejected']);
}

function setAside(making: Making): void {
  tell(making, { kind: making.draw.pick(kinds.setAside), day: someDay(making) });
}

function discounts(making: Making): void {
  const { draw, plan } = making;
  const outcomes = plan.versions[0]?.groups.values().next().value?.outcomes ?? [];
  for (let left = draw.pick([0, 1, 3]); left > 0; left -= 1) {
    const about = draw.happens(0.4) ? { about: draw.pick(outcomes).name } : {};
    tell(making, {
      kind: 'discount',
      provider: draw.pick(providers),
      day: draw.whole(plan.startsOn - 10, plan.endsOn),
      value: fraction(draw.whole(1, 30), 100),
      ...about,
    });
  }
}

/** The source is recorded complete month by month for all, or at length for one participant. */
function completeness(making: Making): void {
  for (const about of ['offence', 'in custody']) {
    const isNeeded = namedIn(making.plan).includes(`"${completeSource}"`);
    if (!making.isMarket || isNeeded) complete({ making, about });
  }
}

function complete({ making, about: kind }: Readonly<{ making: Making; about: string }>): void {
  const { draw, plan, facts } = making;
  const about = { kind: 'complete', about: kind, source: completeSource };
  if (draw.happens(0.5)) {
    for (let from = plan.startsOn; from < plan.endsOn; from += 50) {
      if (draw.happens(0.9)) tell(making, { ...about, from, to: from + 49 });
    }
    return;
  }
  const participants = new Set(facts.map(({ participant }) => participant ?? ''));
  for (const participant of participants) {
    const from = plan.startsOn - draw.pick([0, 0, 5, -20]);
    if (draw.happens(0.6)) {
      const to = draw.whole(plan.startsOn + 100, plan.endsOn + 100);
      tell({ ...making, participant }, { ...about, from, to });
    }
  }
}

/** Some facts are replaced by others of their kind, verified later, rejected, or withdrawn. */
function corrections(making: Making): void {
  const { draw, facts } = making;
  const told = facts.slice();
  for (const fact of told) {
    if (fact.kind === 'left' && !isAlone(making, fact)) continue;
    if (fact.state !== 'verified' && fact.state !== 'rejected' && draw.happens(0.5)) {
      replace(making, fact, { state: draw.pick(['verified', 'verified', 'rejected']) });
    } else if (draw.happens(0.08)) {
      const replacing = correct(making, fact);
      if (replacing.kind !== 'withdrawn' && draw.happens(0.3)) correct(making, replacing);
    }
  }
}

/** Whether moving or withdrawing it leaves every other attachment and leaving as valid as it was. */
function isAlone({ facts }: Making, fact: Fact): boolean {
  const stays = facts.filter(
    ({ participant, kind }) =>
      participant === fact.participant && (kind === 'attached' || kind === 'left'),
  );
  if (fact.kind === 'attached') return stays.length === 1;
  return stays.every((each) => each.kind === 'left' || (each.day ?? 0) <= (fact.day ?? 0) - 15);
}

function correct(making: Making, fact: Fact): Fact {
  const { draw } = making;
  if (fact.kind === 'attached' && !isAlone(making, fact)) {
    const groups = [...(making.plan.versions[0]?.groups.keys() ?? [])];
    const isOtherGroup = draw.happens(0.3);
    const { with: _before, ...rest } = fact;
    return replace(making, rest, {
      group: isOtherGroup ? draw.pick(groups) : (fact.group as string),
      ...characteristics(draw),
    });
  }
  if (draw.happens(0.35)) return withdraw(making, fact);
  const moved = draw.whole(-15, 15);
  const days =
    fact.day !== undefined
      ? { day: fact.day + moved }
      : {
          from: (fact.from as DayNumber) + Math.min(moved, 0),
          ...(fact.to === undefined ? {} : { to: fact.to + Math.max(moved, 0) }),
        };
  const isUnsure = draw.happens(0.15);
  return replace(making, fact, { ...days, ...(isUnsure ? { state: 'claimed' } : {}) });
}

/** The same again, but for what is said anew; known later, or now and then before the one replaced. */
function replace({ draw, facts }: Making, fact: Fact, anew: Partial<Fact>): Fact {
  const replacing: Fact = {
    ...fact,
    ...anew,
    id: `F${String(facts.length + 1).padStart(3, '0')}`,
    replaces: fact.id,
  };
  const last = (replacing.day ?? replacing.to ?? replacing.from) as DayNumber;
  const lag = draw.happens(0.1) ? -10 : draw.whole(0, 80);
  const known = Math.max(last, fact.known + lag);
  facts.push({ ...replacing, known });
  return facts.at(-1) as Fact;
}

function withdraw({ draw, facts }: Making, fact: Fact): Fact {
  const known = fact.known + draw.whole(0, 60);
  facts.push({
    id: `F${String(facts.length + 1).padStart(3, '0')}`,
    kind: 'withdrawn',
    ...(fact.participant === undefined ? {} : { participant: fact.participant }),
    ...(fact.provider === undefined ? {} : { provider: fact.provider }),
    day: known,
    known,
    state: 'verified',
    replaces: fact.id,
    ...(draw.happens(0.2) ? { method: 'fraud' } : {}),
  });
  return facts.at(-1) as Fact;
}

export function isLate(fact: Fact): boolean {
  const last = fact.day ?? fact.to ?? fact.from;
  return last !== undefined && fact.known > last + 20 && fact.replaces === undefined;
}

/** Every world has a late fact, a correction and a withdrawal. */
function atLeastOne(making: Making): void {
  const { draw, facts, plan } = making;
  const participant = facts.find(({ kind }) => kind === 'attached')?.participant as string;
  const own = { ...making, participant };
  if (!facts.some(isLate)) {
    const first = plan.startsOn + 60;
    const day = draw.whole(first, Math.max(first, plan.endsOn - 60));
    tell(own, { kind: draw.pick(kinds.occurrences), day, known: day + 30 });
  }
  const isFree = (fact: Fact) =>
    fact.kind !== 'withdrawn' &&
    fact.kind !== 'left' &&
    fact.kind !== 'referred' &&
    fact.kind !== 'attached' &&
    !facts.some(({ replaces }) => replaces === fact.id);
  if (!facts.some(({ replaces, kind }) => replaces !== undefined && kind !== 'withdrawn')) {
    const day = plan.startsOn + 70;
    const fact = facts.find(isFree) ?? tell(own, { kind: 'enrolled', day });
    replace(making, fact, {});
  }
  if (!facts.some(({ kind }) => kind === 'withdrawn')) {
    const day = plan.startsOn + 75;
    withdraw(making, facts.find(isFree) ?? tell(own, { kind: 'moved', day }));
  }
}
