import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until it is so. How long that takes says how fast a machine is, and no more: it is given up
 * only when nobody would wait any longer, with what the test knows of it.
 */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  told: () => string = () => 'what was waited for never came',
): Promise<void> {
  const givenUpAt = Date.now() + minutesMax * 60_000;
  while (!(await isSo())) {
    if (Date.now() > givenUpAt) throw new Error(told());
    await sleep(20);
  }
}

const minutesMax = 8;
