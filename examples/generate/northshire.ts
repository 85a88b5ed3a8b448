import { dayNumber } from '../../src/calendar/index.ts';
import { type Chance, chance } from '../../src/chance/index.ts';
import { fraction } from '../../src/money/index.ts';
import { recordSpell } from './making/record-spell.ts';
import { type Draft, type FactFiles, intoFiles } from './making/recorder.ts';

const people = 180;
const asAt = dayNumber('2029-03-31');
const starts = dayNumber('2027-04-05');
const providers = ['Bright Futures', 'Harbour House', 'Northshire Mutual'];
const group = 'leaving';

type Young = Readonly<{
  participant: string;
  provider: string;
  from: Chance;
  attachedOn: number;
}>;

/** Young people of a county that does not exist, over the first two years of its page. */
export function factFiles(): FactFiles {
  const root = chance('northshire');
  const drafts = Array.from({ length: people }, (_, at) => {
    const participant = `P-${String(at + 1).padStart(4, '0')}`;
    const from = root.fork(participant);
    const attachedOn = from.whole(starts, asAt - 60);
    return factsOf({ participant, from, attachedOn, provider: from.pick(providers) });
  });
  return intoFiles(drafts.flat(), [
    {
      name: 'attachments.csv',
      letter: 'A',
      kinds: ['referred', 'attached', 'left', 'first contact'],
    },
    { name: 'homes.csv', letter: 'H', kinds: ['in settled housing', 'in hospital', 'in custody'] },
    { name: 'goals.csv', letter: 'G', kinds: ['goals score'] },
    { name: 'learning-and-work.csv', letter: 'L', kinds: [] },
  ]);
}

function factsOf(young: Young): Draft[] {
  const { from } = young;
  const others = [
    ...homes(young),
    ...away(young),
    ...goals(young),
    ...(from.happens(0.3) ? learning(young) : []),
    ...(from.happens(0.4) ? work(young) : []),
  ];
  const end = from.happens(0.05) ? ending(young) : undefined;
  const before = others.filter((draft) => firstDay(draft) < (end?.day ?? asAt + 1));
  return [...taking(young), ...before, ...(end ? [end] : [])];
}

function firstDay({ day, from, replaces }: Draft): number {
  return day ?? from ?? (replaces ? firstDay(replaces) : 0);
}

/** Referred, seen, attached; and one in eight changes to another provider after some months. */
function taking({ participant, provider, from, attachedOn: day }: Young): Draft[] {
  const drafts: Draft[] = [
    { kind: 'referred', participant, provider, day: day - from.whole(1, 9) },
    { kind: 'first contact', participant, provider, day: day - from.whole(0, 1) },
    { kind: 'attached', participant, provider, group, day, known: day + from.whole(0, 6) },
  ];
  const left = day + from.whole(90, 300);
  if (!from.happens(1 / 8) || left > asAt - 40) return drafts;
  const next = from.pick(providers.filter((each) => each !== provider));
  const again = left + from.whole(1, 20);
  return [
    ...drafts,
    { kind: 'left', participant, provider, day: left, known: left + 2 },
    { kind: 'attached', participant, provider: next, group, day: again },
  ];
}

/** One home or several, with a gap between; a few were recorded by mistake and are withdrawn. */
function homes({ participant, from, attachedOn }: Young): Draft[] {
  const drafts: Draft[] = [];
  let begins = attachedOn + from.whole(3, 90);
  for (let count = from.whole(0, 3); count > 0 && begins < asAt - 15; count -= 1) {
    const to = begins + from.whole(30, 420);
    const spell = { kind: 'in settled housing', participant, from: begins, to };
    const recorded = recordSpell(spell, asAt, from);
    drafts.push(...recorded);
    const last = recorded.at(-1);
    const known = (last?.known ?? asAt) + from.whole(10, 30);
    if (from.happens(0.04) && known <= asAt && last) {
      drafts.push({ kind: 'withdrawn', participant, known, replaces: last });
    }
    begins = to + from.whole(1, 60);
  }
  return drafts;
}

/** Days in hospital or in custody, which stop the clock. */
function away({ participant, from, attachedOn }: Young): Draft[] {
  if (!from.happens(0.15)) return [];
  const kind = from.pick(['in hospital', 'in hospital', 'in custody']);
  const begins = attachedOn + from.whole(20, 300);
  if (begins > asAt - 5) return [];
  return recordSpell(
    { kind, participant, from: begins, to: begins + from.whole(1, 40) },
    asAt,
    from,
  );
}

/** A score at the beginning and every half year, better as a rule. */
function goals({ participant, from, attachedOn }: Young): Draft[] {
  let score = from.whole(6, 22);
  const drafts: Draft[] = [];
  for (let day = attachedOn + from.whole(5, 30); day <= asAt; day += from.whole(150, 210)) {
    const known = day + from.whole(0, 12);
    if (from.happens(0.9))
      drafts.push({ kind: 'goals score', participant, day, value: fraction(score), known });
    score = Math.max(0, Math.min(40, score + from.whole(-3, 8)));
  }
  return drafts;
}

function learning({ participant, from, attachedOn }: Young): Draft[] {
  const day = attachedOn + from.whole(100, 500);
  const kind = from.pick(['entry level', 'level 1', 'level 1', 'level 2', 'level 2', 'level 3']);
  if (day > asAt - 20) return [];
  const what = { kind, participant, day, source: 'the awarding body' };
  const claimed: Draft = { ...what, known: day + from.whole(2, 20), state: 'claimed' };
  const known = day + from.whole(21, 60);
  const luck = from.fraction();
  if (luck < 0.15) return [claimed];
  const state = luck < 0.22 ? 'rejected' : 'verified';
  return [claimed, { ...what, known, state, replaces: claimed }];
}

/** Payroll goes before what the provider says for the same days. */
function work({ participant, from, attachedOn }: Young): Draft[] {
  const begins = attachedOn + from.whole(30, 400);
  if (begins > asAt - 10) return [];
  const value = fraction(from.pick([8, 12, 16, 20, 30, 37]));
  const spell = {
    kind: 'employment',
    participant,
    value,
    from: begins,
    to: begins + from.whole(10, 300),
  };
  const source = from.happens(0.8) ? 'payroll' : 'the provider';
  return recordSpell({ ...spell, source }, asAt, from);
}

/** Set aside without fault; nothing that begins later is recorded. */
function ending({ participant, from, attachedOn }: Young): Draft | undefined {
  const day = attachedOn + from.whole(60, 500);
  if (day > asAt - 10) return undefined;
  const kind = from.pick(['moving away', 'wish not to be followed']);
  return { kind, participant, day, known: day + from.whole(1, 30) };
}
