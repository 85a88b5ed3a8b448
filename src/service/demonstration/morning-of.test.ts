import { expect, test } from 'vitest';
import { dayIn } from '../act/index.ts';
import { morningOf } from './morning-of.ts';

const zones = ['UTC', 'Pacific/Auckland', 'Pacific/Pago_Pago', 'Asia/Kathmandu', 'Europe/London'];

test('the morning of a day lies on that day, wherever it is', () => {
  for (const zone of zones) {
    for (const day of ['2018-08-01', '2027-03-28', '2027-04-04', '2027-09-26', '2027-10-31']) {
      expect([zone, dayIn(zone, morningOf(day, zone))]).toEqual([zone, day]);
    }
  }
  expect(new Date(morningOf('2027-01-05', 'Asia/Kathmandu')).toISOString()).toBe(
    '2027-01-05T03:15:00.000Z',
  );
});
