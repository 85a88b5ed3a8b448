import { expect, test } from 'vitest';
import { trustedProxies } from './trusted-proxies.ts';

test('proxies are addresses and networks, parted by commas', () => {
  expect(trustedProxies({})).toEqual({ ok: true, value: [] });
  const named = ' 10.0.0.7, 10.1.0.0/16,fd00::/8 ,::1';
  const value = ['10.0.0.7', '10.1.0.0/16', 'fd00::/8', '::1'];
  expect(trustedProxies({ OUTTURN_PROXIES: named })).toEqual({ ok: true, value });
});

test.each([
  'proxy.example.org',
  '10.0.0.0/33',
  '10.0.0/8',
  '0.0.0.0/0',
  '::/0',
  '10.0.0.1/8/9',
  '10.0.0.1/',
])('%s is none, and is said to be none', (named) => {
  const found = trustedProxies({ OUTTURN_PROXIES: `10.0.0.7,${named}` });
  const problems = [{ code: 'service.proxy_not_known', message: expect.stringContaining(named) }];
  expect(found).toMatchObject({ ok: false, problems });
});
