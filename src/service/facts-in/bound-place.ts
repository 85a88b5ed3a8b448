import { writeUuidText } from '../../store/facts/index.ts';

const uuidLength = 36;

/** What sealed facts of a programme are bound to, of which all but two references is the same. */
export function placeBound(programme: string): Uint8Array {
  return Buffer.from(`fact/${programme}/${'-'.repeat(uuidLength)}/${'-'.repeat(uuidLength)}`);
}

/** Binds what is sealed next to whom it is about and to its id, and to no other place. */
export function bindTo(bound: Uint8Array, participant: Uint8Array, id: Uint8Array): void {
  writeUuidText(bound, bound.length - 2 * uuidLength - 1, participant);
  writeUuidText(bound, bound.length - uuidLength, id);
}
