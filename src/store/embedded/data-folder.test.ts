import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { dataFolder } from './data-folder.ts';

const sam = { isRoot: false, home: '/home/sam' };
const root = { isRoot: true, home: '/root' };

test('the data lie where OUTTURN_DATA says, else in the place of whoever runs the program', () => {
  expect(dataFolder({ OUTTURN_DATA: '/srv/data' }, root)).toBe('/srv/data');
  expect(dataFolder({ OUTTURN_DATA: 'data/' }, sam)).toBe(resolve('data'));
  expect(dataFolder({}, root)).toBe('/var/lib/outturn');
  expect(dataFolder({ OUTTURN_DATA: '' }, sam)).toBe('/home/sam/.local/share/outturn');
});
