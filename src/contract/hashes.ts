import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { Contract } from './contract.ts';
import { printContract } from './print/print-contract.ts';

/** The two hashes of a contract. */
export type Hashes = Readonly<{
  /** Of the terms, as canonical JSON (RFC 8785): the contract's identity for the engine. */
  contract: string;
  /** Of the tidy page, notes and worked examples included: what is signed. */
  page: string;
}>;

export function hashesOf(contract: Contract): Hashes {
  return { contract: hashOf(canonicalTerms(contract)), page: hashOf(printContract(contract)) };
}

/** The terms as canonical JSON: everything that binds, without the notes and examples beside it. */
export function canonicalTerms(contract: Contract): string {
  const { notes: _notes, examples: _examples, ...terms } = contract;
  return canonicalize(terms) as string;
}

function hashOf(text: string): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(text)))}`;
}
