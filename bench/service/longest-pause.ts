import { monitorEventLoopDelay } from 'node:perf_hooks';

/** For how long the thread that answers requests answered none, at its longest. */
export function longestPause(): Readonly<{ close: () => number }> {
  const resolution = 10;
  const delays = monitorEventLoopDelay({ resolution });
  delays.enable();
  return {
    close: () => {
      delays.disable();
      return delays.max / 1e6 - resolution;
    },
  };
}
