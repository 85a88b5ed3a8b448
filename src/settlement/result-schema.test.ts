// "The result" of docs/settlement.md: keys never change their meaning, and no other is allowed.
import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { aResult, aResultLine } from '../../test/support/makers/results.ts';
import { resultSchema } from './result-schema.ts';

test('the published schema is as it was published (UPDATE=1 writes it: read the difference)', () => {
  const path = 'test/schemas/results.json';
  const written = `${JSON.stringify(resultSchema(), null, 2)}\n`;
  if (process.env.UPDATE === '1') writeFileSync(path, written);
  expect(written).toBe(readFileSync(path, 'utf8'));
});

test('what is told of a result may be told, and nothing else', () => {
  const isValid = new Ajv2020({ strict: true, validateFormats: false }).compile(resultSchema());
  const result = aResult([aResultLine()], { total: '220.00' });
  expect(isValid(result)).toBe(true);
  const { total: _, ...without } = result;
  expect(isValid(without)).toBe(false);
  expect(isValid({ ...result, total: 220 })).toBe(false);
  expect(isValid({ ...result, asAt: '30 September 2027' })).toBe(false);
  expect(isValid({ ...result, lines: [{ ...aResultLine(), more: 1 }] })).toBe(false);
  const all = aResultLine({
    cohort: '2027-04-01',
    period: '2027-04-01',
    payableOn: null,
    earnedOn: '2027-09-01',
    quantity: '2/3',
    payers: [{ payer: 'Northshire Council', amount: '220.00' }],
  });
  expect(isValid({ ...result, lines: [all] })).toBe(true);
  expect(isValid({ ...result, lines: [aResultLine({ number: 'rounding' })] })).toBe(true);
  expect(isValid({ ...result, lines: [aResultLine({ number: 'worked off 2' })] })).toBe(true);
  expect(isValid({ ...result, lines: [aResultLine({ number: 'first' })] })).toBe(false);
});

test('what is owed for a cohort, held back by a gate or forecast fits it', () => {
  const isValid = new Ajv2020({ strict: true, validateFormats: false }).compile(resultSchema());
  const result = aResult([aResultLine()], { total: '220.00' });
  const line = { line: 'a', clause: 'Measures/gate', amount: '5.00' };
  const waitsFor = { measure: 'Enrolled', takenOn: '2028-03-31' } as const;
  const notPaid = [{ ...line, reason: 'gate', waitsFor }] as const;
  const cohort = '2027-04-01';
  const measures = [{ measure: 'Enrolled', cohort, value: null, takenOn: '2028-03-31' }] as const;
  const forecast = [
    {
      ...line,
      outcome: 'Settled',
      participant: 'Sam',
      provider: 'Harbour',
      payee: 'Cove',
      period: cohort,
      closesOn: '2028-03-31',
      limit: 'Limits/all',
    },
  ] as const;
  expect(isValid({ ...result, notPaid, measures, forecast })).toBe(true);
  expect(isValid({ ...result, measures: [{ ...measures[0], provider: 'Harbour' }] })).toBe(true);
  expect(isValid({ ...result, notPaid: [{ ...line, reason: 'late' }] })).toBe(false);
});
