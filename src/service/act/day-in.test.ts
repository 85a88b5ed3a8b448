import { expect, test } from 'vitest';
import { dayIn } from './day-in.ts';

test('a day begins at midnight of the zone, far ahead and far behind', () => {
  expect(dayIn('Pacific/Auckland', '2027-04-30T11:59:59.999Z')).toBe('2027-04-30');
  expect(dayIn('Pacific/Auckland', '2027-04-30T12:00:00.000Z')).toBe('2027-05-01');
  expect(dayIn('Pacific/Pago_Pago', '2027-05-01T10:59:59.999Z')).toBe('2027-04-30');
  expect(dayIn('Pacific/Pago_Pago', '2027-05-01T11:00:00.000Z')).toBe('2027-05-01');
  expect(dayIn('UTC', Date.parse('2027-05-01T00:00:00Z'))).toBe('2027-05-01');
});

test('days on which clocks change begin and end at their own midnights', () => {
  // In Auckland summer time ends on 4 April 2027 and begins on 26 September: 25 hours, then 23.
  expect(dayIn('Pacific/Auckland', '2027-04-03T10:59:59Z')).toBe('2027-04-03');
  expect(dayIn('Pacific/Auckland', '2027-04-03T11:00:00Z')).toBe('2027-04-04');
  expect(dayIn('Pacific/Auckland', '2027-04-04T11:59:59Z')).toBe('2027-04-04');
  expect(dayIn('Pacific/Auckland', '2027-04-04T12:00:00Z')).toBe('2027-04-05');
  expect(dayIn('Pacific/Auckland', '2027-09-25T12:00:00Z')).toBe('2027-09-26');
  expect(dayIn('Pacific/Auckland', '2027-09-26T10:59:59Z')).toBe('2027-09-26');
  expect(dayIn('Pacific/Auckland', '2027-09-26T11:00:00Z')).toBe('2027-09-27');
});
