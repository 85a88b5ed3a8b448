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
import { plainFrom, sealLength, textIn, useKey, writeHmac } from '../../store/keys/index.ts';
import { type Checked, checkFact, type SentFact } from './check-fact.ts';
import { writeFactId } from './fact-ids.ts';
import { noteKind } from './kinds-of-rows.ts';
import { noteNew } from './not-met.ts';
import { putText } from './put-text.ts';
import { putSealedText } from './sealed-text.ts';
import { type Known, type Sealing, saltFrom, takeFreshKeys } from './sealing.ts';
import type { SealingDesk } from './sealing-desk.ts';

/** Rows in which what is to be sealed stands in its place, and by number whose key seals each. */
export type WrittenRows = Readonly<{ columns: IncomingColumns; whose: Int32Array }>;

/** Facts checked, marked and written, and not sealed yet: those that replace others apart. */
export type WrittenFacts = Readonly<{
  plain: WrittenRows | undefined;
  replacing: WrittenRows | undefined;
  /** The keys of those who have come since the last, one after the other. */
  keys: Uint8Array;
}>;

type Writer = { readonly incoming: IncomingWriter; readonly whose: Int32Array };

/**
 * Checks facts and writes them as they are sent to the store, but for the sealing. The store has
 * been asked about whom they are. Once anything is wrong nothing more is written, and the rest is
 * checked alone.
 */
export function writeFacts(sealing: Sealing, { facts, lines }: TakenFacts): WrittenFacts {
  const replacingMany = facts.reduce((count, fact) => count + (isReplacing(fact) ? 1 : 0), 0);
  const plain = openRows(facts.length - replacingMany, false);
  const replacing = openRows(replacingMany, true);
  sealing.counted.facts += facts.length;
  for (let at = 0; at < facts.length; at += 1) {
    const fact = facts[at] as Fact;
    const known = sealing.people.get(fact.participant ?? '') as Known;
    const sent = { fact, line: lines[at] as number, known };
    const checked = checkFact(sealing, sent);
    known.stays += staysIn(fact);
    if (known.isNew) noteNew(known, fact, sent.line);
    noteKind(sealing.kinds, sent.line, fact);
    if (sealing.objections.count > 0 || sealing.counted.isRefused) continue;
    writeOne(sealing, { ...sent, checked }, isReplacing(fact) ? replacing : plain);
  }
  return { plain: closeRows(plain), replacing: closeRows(replacing), keys: takeFreshKeys(sealing) };
}

function isReplacing({ replaces }: Fact): boolean {
  return replaces !== undefined;
}

function openRows(rows: number, isReplacing: boolean): Writer {
  return { incoming: incomingWriter(rows, isReplacing), whose: new Int32Array(rows) };
}

function closeRows({ incoming, whose }: Writer): WrittenRows | undefined {
  const columns = closeIncoming(incoming);
  return columns === undefined ? undefined : { columns, whose };
}

// Somebody new who comes once is in order; where more is said, it is looked at together.
function staysIn({ kind, replaces }: Fact): number {
  if (kind !== 'attached' && kind !== 'left') return 0;
  return kind === 'left' || replaces !== undefined ? 2 : 1;
}

/** Writes what a fact says where it will be sealed, and its marks. */
function writeOne(
  sealing: Sealing,
  { fact, line, known, checked }: SentFact & Readonly<{ checked: Checked }>,
  { incoming, whose }: Writer,
): void {
  const { desk, ground } = sealing;
  const { row, text } = desk;
  writeFactId(ground.ids, line, row.id);
  for (let at = 0; at < saltFrom; at += 1) row.participant[at] = known.bytes[at] as number;
  writeMark(desk, fact.id, row.mark);
  if (fact.replaces !== undefined) writeReplaced(desk, fact.replaces);
  row.provider = checked.provider === null ? null : bytesOf(sealing, checked.provider);
  row.state = stateBytes(checked.state);
  putSealedText(text, fact, { as: fact.id, known: fact.known });
  const plain = textIn(text);
  row.sealedLength = plain.length + sealLength;
  writeFingerprint(desk, known, `\n${checked.said}\n${fact.replaces ?? ''}`);
  sealing.over.update(row.fingerprint);
  whose[incoming.rows] = known.number;
  const { bytes, at } = addIncomingRow(incoming, row);
  bytes.set(plain, at + plainFrom);
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
