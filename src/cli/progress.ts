import type { Progress } from '../service/index.ts';

/** A bar with rate and time left, shown once the work has gone on for two seconds. */
export type ProgressBar = Readonly<{ show: (progress: Progress) => void; close: () => void }>;

const patienceMilliseconds = 2000;

/** Opens a bar beside the results; nothing is shown where nobody watches. */
export async function openProgressBar(): Promise<ProgressBar> {
  if (process.stderr.isTTY !== true) return { show: () => undefined, close: () => undefined };
  const { SingleBar } = (await import('cli-progress')).default;
  const startedAt = Date.now();
  let open: { doing: string; bar: InstanceType<typeof SingleBar>; at: number } | undefined;
  const close = (): void => {
    open?.bar.stop();
    open = undefined;
  };
  const show = ({ doing, done, total, unit }: Progress): void => {
    if (Date.now() - startedAt < patienceMilliseconds) return;
    if (open?.doing !== doing) {
      close();
      const bar = new SingleBar({
        format: `${doing.padEnd(9)} {bar} {percentage}%  {rate}  {eta_formatted} left`,
        barsize: 30,
        hideCursor: true,
        clearOnComplete: true,
        etaBuffer: 50,
        fps: 5,
        synchronousUpdate: true,
      });
      bar.start(Math.max(total, done), done, { rate: '' });
      open = { doing, bar, at: Date.now() - (done > 0 ? patienceMilliseconds : 0) };
    }
    const seconds = Math.max(0.001, (Date.now() - open.at) / 1000);
    open.bar.setTotal(Math.max(total, done));
    open.bar.update(done, { rate: rateText(done / seconds, unit) });
  };
  return { show, close };
}

function rateText(perSecond: number, unit: string): string {
  if (unit === 'bytes') return `${(perSecond / 1e6).toFixed(1)} MB/s`;
  return `${Math.round(perSecond).toLocaleString('en-GB')} ${unit}/s`;
}
