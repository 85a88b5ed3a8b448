import { expect, test } from 'vitest';
import { northshire } from '../../../test/support/made-programmes.ts';
import { readContract } from '../../contract/index.ts';
import type { Actor } from '../access/index.ts';
import { namesFor } from './money-kinds.ts';

const contract = readContract(northshire.replace('pounds sterling', 'Turkish lira')).contract;
const by = { way: 'sign-in', mark: '' } as const;
const anyone = { kind: 'account', account: '', name: '', organisations: [], by } as const;

test('a case worker reads no amount in a name, and others read it as the page has it', () => {
  const others: Actor = { ...anyone, duties: ['provider_staff'] };
  const worker: Actor = { ...anyone, duties: ['provider_staff', 'case_worker'] };
  expect(namesFor(others, contract)('Earns £768')).toBe('Earns £768');
  expect(namesFor(worker, contract)('Earns £768')).toBe('Earns [amount]');
  expect(namesFor(worker, contract)('under ₺10,000')).toBe('under [amount]');
  expect(namesFor(worker, undefined)('level 2')).toBe('level 2');
});
