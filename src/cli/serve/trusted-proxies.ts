import { BlockList, isIP } from 'node:net';
import type { Result } from '../../problem/index.ts';
import type { Environment } from './open-outturn.ts';
import { proxyNotKnown } from './problems.ts';

/**
 * The addresses and networks, parted by commas, of proxies that are believed when they tell for
 * whom they ask: what OUTTURN_PROXIES names, beside this machine's own.
 */
export function trustedProxies(env: Environment): Result<readonly string[]> {
  const named = (env.OUTTURN_PROXIES ?? '').split(',').map((each) => each.trim());
  const proxies = named.filter((each) => each !== '');
  const wrong = proxies.filter((each) => !isAddressOrNetwork(each));
  if (wrong.length > 0) return { ok: false, problems: wrong.map(proxyNotKnown) };
  return { ok: true, value: proxies };
}

function isAddressOrNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  if (bits === undefined) return true;
  if (!/^\d{1,3}$/.test(bits)) return false;
  try {
    new BlockList().addSubnet(address, Number(bits), family === 6 ? 'ipv6' : 'ipv4');
    return Number(bits) > 0;
  } catch {
    return false;
  }
}
