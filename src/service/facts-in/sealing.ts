import { createHash, type Hash } from 'node:crypto';
import type { DayNumber } from '../../calendar/index.ts';
import type { Fact, FactRules } from '../../facts/index.ts';
import { nobody, uuidField } from '../../store/facts/index.ts';
import { fingerprintSalt, type Key } from '../../store/keys/index.ts';
import type { FactIds } from './fact-ids.ts';
import { type KindsOfRows, kindsOfRows } from './kinds-of-rows.ts';
import { type NotMet, notMetAmong } from './not-met.ts';
import { noObjections, type Objections } from './objections.ts';
import { type SealingDesk, sealingDesk } from './sealing-desk.ts';
import type { Sender } from './sender.ts';

/** How facts are sent. */
export type Way = 'form' | 'call' | 'file' | 'service';

/** What facts are checked and sealed by: plain data, which a thread may be given. */
export type SealingGround = Readonly<{
  programme: string;
  way: Way;
  /** Whether facts of others may be replaced and any state given: for verification. */
  isVerifying: boolean;
  /** The day of the service's own stamp: money follows it. */
  known: DayNumber;
  sender: Sender;
  rules: FactRules;
  /** The kinds of fact of which a provider's word is a claim at first. */
  verified: ReadonlySet<string>;
  /** The kinds of fact that tell of money, where the sender's duties show none: of a file. */
  withheld: ReadonlySet<string>;
  /** For marks of the sender's references. */
  markKey: Key;
  ids: FactIds;
}>;

/** Somebody whom facts being sent are about, as the store knows them. */
export type Met = Readonly<{
  /** What the sender calls them. */
  name: string;
  id: string;
  key: Key | 'erased';
  /** Entered with these facts. */
  isNew: boolean;
  /** Since when somebody else's referral of them to a provider that sends is open. */
  referredOn: DayNumber | undefined;
}>;

/** The same while facts about them are sealed. */
export type Known = Met & {
  /** The sixteen bytes of the id, and after them the salt of fingerprints. */
  readonly bytes: Uint8Array;
  /** Which of the keys is theirs, as these are given to what seals; none where it was destroyed. */
  readonly number: number;
  /** How often a stay begins or ends in what is being sent. */
  stays: number;
  /** Of somebody new: the first row about them, and whether one says that they were sent here. */
  firstRow: number;
  isSentHere: boolean;
};

/** Where in those the salt begins. */
export const saltFrom = 16;

/** Facts while they are sealed, as far as the store has no part in it. */
export type Sealing = Readonly<{
  ground: SealingGround;
  people: Map<string, Known>;
  /** The keys of those who have come since they were last taken, and how many before them. */
  fresh: { readonly keys: Key[]; before: number };
  /** Those of whom the store has been asked, and has not answered yet, as the facts name them. */
  asked: Map<string, string>;
  /** One hash over the fingerprints of all, in their order. */
  over: Hash;
  objections: Objections;
  kinds: KindsOfRows;
  desk: SealingDesk;
  /** The sixteen bytes of references that come again and again. */
  bytesOf: Map<string, Buffer>;
  counted: {
    facts: number;
    /** How many say who came to the sender, and rest on its word alone. */
    ownWord: number;
    /** Something is wrong already with what is still being read. */
    isRefused: boolean;
    /** Some of it is a verifier's finding, and no verifier sends it. */
    isFinding: boolean;
  };
}>;

/** What is left to say once all is sealed. */
export type Sealed = Readonly<{
  facts: number;
  ownWord: number;
  over: Uint8Array;
  objections: Readonly<Objections>;
  kinds: Readonly<KindsOfRows>;
  /** Participants whose stays are to be looked at together with what is known of them. */
  doubtful: readonly string[];
  notMet: NotMet;
}>;

export function openSealing(ground: SealingGround): Sealing {
  const sealing: Sealing = {
    ground,
    people: new Map(),
    fresh: { keys: [], before: 0 },
    asked: new Map(),
    over: createHash('sha256'),
    objections: noObjections(),
    kinds: kindsOfRows(),
    desk: sealingDesk({ markKey: ground.markKey, organisation: ground.sender.organisation }),
    bytesOf: new Map(),
    counted: { facts: 0, ownWord: 0, isRefused: false, isFinding: false },
  };
  // Facts about nobody lie under the programme's own key.
  const ofNobody = { id: nobody, key: ground.markKey, isNew: false, referredOn: undefined };
  addMet(sealing, [{ name: '', ...ofNobody }]);
  return sealing;
}

/** The names in facts of whom nothing is known yet; the store is to be asked for them. */
export function unmetIn({ people, asked }: Sealing, facts: readonly Fact[]): readonly string[] {
  const unmet: string[] = [];
  for (const { participant } of facts) {
    if (participant === undefined || people.has(participant) || asked.has(participant)) continue;
    asked.set(participant, participant);
    unmet.push(participant);
  }
  return unmet;
}

const bytesEach = saltFrom + 32;

/** Takes the store's answer. */
export function addMet({ people, asked, fresh }: Sealing, met: readonly Met[]): void {
  const all = Buffer.allocUnsafeSlow(met.length * bytesEach);
  for (const [at, each] of met.entries()) {
    const bytes = all.subarray(at * bytesEach, (at + 1) * bytesEach);
    bytes.set(uuidField(each.id));
    const number = each.key === 'erased' ? -1 : fresh.before + fresh.keys.push(each.key) - 1;
    if (each.key !== 'erased') bytes.set(fingerprintSalt(each.key), saltFrom);
    // Found by the very text that the facts have, nobody's letters are compared.
    const known = { ...each, bytes, number, stays: 0, firstRow: 0, isSentHere: false };
    people.set(asked.get(each.name) ?? each.name, known);
    asked.delete(each.name);
  }
}

/** The keys of those who have come since the last, one after the other. */
export function takeFreshKeys({ fresh }: Sealing): Uint8Array {
  fresh.before += fresh.keys.length;
  return Buffer.concat(fresh.keys.splice(0));
}

export function closeSealing({ people, over, objections, kinds, counted }: Sealing): Sealed {
  const met = [...people.values()].filter(({ name, key }) => name !== '' && key !== 'erased');
  const doubtful = met.filter(({ stays, isNew }) => stays > 1 || (stays > 0 && !isNew));
  return {
    facts: counted.facts,
    ownWord: counted.ownWord,
    over: over.digest(),
    objections,
    kinds,
    doubtful: doubtful.map(({ id }) => id),
    notMet: notMetAmong(met.filter(({ isNew }) => isNew)),
  };
}
