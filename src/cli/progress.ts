import type { Progress } from '../service/index.ts';

/** A bar with rate and time left, shown once the work has gone on for two seconds. */
export type ProgressBar = Readonly<{ show: (progress: Progress) => void; close: () => void }>;

const patienceMilliseconds = 2000;

/** Opens a bar beside the results; nothing is shown where nobody watches. */
export async function openProgressBar(): Promise<ProgressBar> {
  if (process.stderr.isTTY !== true) return { show: () => undefined, close: () => undefined };
  const { SingleBar } = (await import('cli-progress')).default;
  const openedAt = Date.now();
  let step = { doing: '', startedAt: openedAt };
  let bar: InstanceType<typeof SingleBar> | undefined;
  const close = (): void => {
    bar?.stop();
    bar = undefined;
  };
  const show = ({ doing, done, total, unit }: Progress): void => {
    if (step.doing !== doing) {
      close();
      step = { doing, startedAt: Date.now() };
    }
    if (Date.now() - openedAt < patienceMilliseconds) return;
    const perSecond = (done * 1000) / Math.max(1, Date.now() - step.startedAt);
    const said = { rate: rateText(perSecond, unit), left: leftText((total - done) / perSecond) };
    if (bar === undefined) {
      const drawn = total > 0 ? shape : shapeWithoutEnd;
      bar = new SingleBar({ ...settings, format: `${doing.padEnd(9)} ${drawn}` });
      bar.start(Math.max(total, done), done, said);
    }
    bar.setTotal(Math.max(total, done));
    bar.update(done, said);
  };
  return { show, close };
}

const shape = '{bar} {percentage}%  {rate}  {left}';

/** For what does not say how long it is, as standard input. */
const shapeWithoutEnd = '{rate}';

const settings = {
  barsize: 30,
  barCompleteChar: '█',
  barIncompleteChar: '░',
  hideCursor: true,
  clearOnComplete: true,
  fps: 5,
  synchronousUpdate: true,
} as const;

function rateText(perSecond: number, unit: string): string {
  if (unit === 'bytes') return `${(perSecond / 1e6).toFixed(1)} MB/s`;
  return `${Math.round(perSecond).toLocaleString('en-GB')} ${unit}/s`;
}

/** "1 min 20 s left"; nothing where nobody can know, as on standard input. */
function leftText(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds < 0) return '';
  const whole = Math.ceil(seconds);
  const minutes = Math.floor(whole / 60);
  return `${minutes > 0 ? `${minutes} min ` : ''}${whole % 60} s left`;
}
