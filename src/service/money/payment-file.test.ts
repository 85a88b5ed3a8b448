import { expect, test } from 'vitest';
import { paymentsOn } from './payment-file.ts';

const council = 'Northshire Council';
const health = 'Northshire Health';

test('each payer pays its part', () => {
  const payers = [
    { payer: health, now: '40.00' },
    { payer: council, now: '60.00' },
  ];
  expect(paymentsOn({ payers, paidUnits: 10_000n }, council)).toEqual([
    { payer: council, units: 6000n },
    { payer: health, units: 4000n },
  ]);
});

test('nobody is told to pay where the whole statement is carried forward', () => {
  // £100 is taken back, of which £40 was health's; the council bears it until it is recovered.
  const payers = [
    { payer: council, now: '40.00' },
    { payer: health, now: '-40.00' },
  ];
  expect(paymentsOn({ payers, paidUnits: 0n }, council)).toEqual([]);
});

test('what comes back to one payer is paid less by the others, by the commissioner first', () => {
  const payers = [
    { payer: 'Northshire Schools', now: '30.00' },
    { payer: council, now: '20.00' },
    { payer: health, now: '-25.00' },
  ];
  expect(paymentsOn({ payers, paidUnits: 2500n }, council)).toEqual([
    { payer: 'Northshire Schools', units: 2500n },
  ]);
});
