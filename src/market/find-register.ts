import { type Register, registers } from './registers.ts';

/** The register that an applicant names by its key or name, where its numbers are known here. */
export function findRegister(named: string, holds: Register['holds']): Register | undefined {
  const key = named.trim().toLowerCase();
  return registers.find(
    (each) => each.holds === holds && (each.key === key || each.name.toLowerCase() === key),
  );
}

/** A number as registers print it: capitals, without the spaces, dots and dashes of letterheads. */
export function plainNumber(written: string): string {
  return written.toUpperCase().replace(/[\s.\-–]/g, '');
}

/**
 * Whether a number could be one of the register. A register that is not known here may number as it
 * likes: anything with a digit or letter in it.
 */
export function isPlausibleNumber(written: string, register: Register | undefined): boolean {
  const plain = plainNumber(written);
  return register === undefined ? /[\p{L}\p{N}]/u.test(plain) : register.shape.test(plain);
}
