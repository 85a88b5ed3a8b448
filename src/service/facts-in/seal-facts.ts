import type { Fact, TakenFacts } from '../../facts/index.ts';
import {
  addIncomingRow,
  closeIncoming,
  type IncomingColumns,
  type IncomingWriter,
  incomingWriter,
  isReference,
  uuidField,
} from '../../store/facts/index.ts';
import {
  type Key,
  sealInto,
  sealLength,
  textIn,
  useKey,
  writeHmac,
} from '../../store/keys/index.ts';
import { type Checked, checkFact, type SentFact } from './check-fact.ts';
import { writeFactId } from './fact-ids.ts';
import { putText } from './put-text.ts';
import { putSealedText } from './sealed-text.ts';
import { type Known, type Sealing, saltFrom } from './sealing.ts';
import { bindTo, type SealingDesk } from './sealing-desk.ts';

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
  for (let at = 0; at < facts.length; at += 1) {
    const fact = facts[at] as Fact;
    const known = sealing.people.get(fact.participant ?? '') as Known;
    const sent = { fact, line: lines[at] as number, known };
    const checked = checkFact(sealing, sent);
    known.stays += staysIn(fact);
    if (sealing.objections.count > 0 || sealing.counted.isRefused) continue;
    sealOne(sealing, { ...sent, checked }, fact.replaces === undefined ? plain : replacing);
  }
  return { plain: closeIncoming(plain), replacing: closeIncoming(replacing) };
}

// Somebody new who comes once is in order; where more is said, it is looked at together.
function staysIn({ kind, replaces }: Fact): number {
  if (kind !== 'attached' && kind !== 'left') return 0;
  return kind === 'left' || replaces !== undefined ? 2 : 1;
}

/** Seals what a fact says under the key of whom it is about, bound to its place. */
function sealOne(
  sealing: Sealing,
  { fact, line, known, checked }: SentFact & Readonly<{ checked: Checked }>,
  writer: IncomingWriter,
): void {
  const { desk, ground } = sealing;
  const { row, text, bound } = desk;
  writeFactId(ground.ids, line, row.id);
  for (let at = 0; at < saltFrom; at += 1) row.participant[at] = known.bytes[at] as number;
  writeMark(desk, fact.id, row.mark);
  if (fact.replaces !== undefined) writeReplaced(desk, fact.replaces);
  row.provider = checked.provider === null ? null : bytesOf(sealing, checked.provider);
  row.state = stateBytes(checked.state);
  putSealedText(text, fact, { as: fact.id, known: fact.known });
  const plain = textIn(text);
  writeFingerprint(desk, known, `\n${checked.said}\n${fact.replaces ?? ''}`);
  sealing.over.update(row.fingerprint);
  row.sealedLength = plain.length + sealLength;
  bindTo(desk, row.participant, row.id);
  sealInto(addIncomingRow(writer, row), known.key as Key, { plain, bound });
}

/** The fingerprint of the text of a fact and what stands beside it. */
function writeFingerprint({ text, row }: SealingDesk, { bytes }: Known, beside: string): void {
  putText(text, beside);
  useKey(text, bytes, saltFrom);
  writeHmac(text, row.fingerprint);
}

/** The mark of a fact's id in the sender's words: no other sender's is the same. */
function writeMark({ mark, markFrom }: SealingDesk, id: string, into: Uint8Array): void {
  mark.end = markFrom;
  putText(mark, id);
  writeHmac(mark, into);
}

function writeReplaced(desk: SealingDesk, replaces: string): void {
  writeMark(desk, replaces, desk.row.replacesMark);
  desk.row.replaces = isReference(replaces) ? uuidField(replaces) : null;
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
