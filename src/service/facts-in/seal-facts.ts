import type { Fact, TakenFacts } from '../../facts/index.ts';
import {
  type Incoming,
  type IncomingColumns,
  incomingWriter,
  isReference,
  uuidField,
  uuidOf,
} from '../../store/facts/index.ts';
import { fingerprint, mark } from '../../store/keys/index.ts';
import { type Checked, checkFact, type SentFact } from './check-fact.ts';
import { factId } from './fact-ids.ts';
import { sealFact } from './seal-fact.ts';
import { sealedText } from './sealed-text.ts';
import type { Known, Sealing } from './sealing.ts';

/** Facts that are sealed, as they are sent to the store: those that replace others apart. */
export type SealedFacts = Readonly<{
  plain: IncomingColumns | undefined;
  replacing: IncomingColumns | undefined;
}>;

/**
 * Checks facts and seals them, about whom the store has been asked. Once anything is wrong nothing
 * more is sealed, and the rest is checked alone.
 */
export function sealFacts(sealing: Sealing, { facts, lines }: TakenFacts): SealedFacts {
  const replacingLikely = facts.reduce((count, fact) => count + (fact.replaces ? 1 : 0), 0);
  const plain = incomingWriter(facts.length - replacingLikely, false);
  const replacing = incomingWriter(replacingLikely, true);
  sealing.counted.facts += facts.length;
  for (const [at, fact] of facts.entries()) {
    const known = sealing.people.get(fact.participant ?? '') as Known;
    const sent = { fact, line: lines[at] as number, known };
    const checked = checkFact(sealing, sent);
    known.stays += staysIn(fact);
    if (sealing.objections.count > 0 || sealing.counted.isRefused) continue;
    const incoming = sealOne(sealing, sent, checked);
    if (fact.replaces === undefined) plain.add(incoming);
    else replacing.add({ ...incoming, ...replacedBy(sealing, fact.replaces) });
  }
  return { plain: plain.close(), replacing: replacing.close() };
}

// Somebody new who comes once is in order; where more is said, it is looked at together.
function staysIn({ kind, replaces }: Fact): number {
  if (kind !== 'attached' && kind !== 'left') return 0;
  return kind === 'left' || replaces !== undefined ? 2 : 1;
}

function sealOne(sealing: Sealing, { fact, line, known }: SentFact, checked: Checked): Incoming {
  const { programme, ids } = sealing.ground;
  const { provider, state, said } = checked;
  const id = factId(ids, line);
  const text = sealedText(fact, { as: fact.id, known: fact.known });
  const print = fingerprint(known.salt, `${text}\n${said}\n${fact.replaces ?? ''}`);
  sealing.over.update(print);
  const place = { programme, participant: known.id, id: uuidOf(id) };
  return {
    participant: known.idBytes,
    id,
    mark: markOf(sealing, fact.id),
    provider: provider === null ? null : bytesOf(sealing, provider),
    state: stateBytes(state),
    sealed: sealFact(known.key as Uint8Array, text, place),
    fingerprint: print,
  };
}

/** The mark of a fact's id in the sender's words: no other sender's is the same. */
function markOf({ ground: { markKey, sender } }: Sealing, id: string): Buffer {
  return mark(markKey, `${sender.organisation}/fact/${id}`);
}

function replacedBy(sealing: Sealing, replaces: string) {
  const replacesMark = markOf(sealing, replaces);
  return { replacesMark, replaces: isReference(replaces) ? uuidField(replaces) : null };
}

function bytesOf({ bytesOf: known }: Sealing, id: string): Buffer {
  const found = known.get(id) ?? uuidField(id);
  known.set(id, found);
  return found;
}

const states = new Map<string, Buffer>();

function stateBytes(state: string): Buffer {
  const found = states.get(state) ?? Buffer.from(state);
  states.set(state, found);
  return found;
}
