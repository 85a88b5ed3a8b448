import type { ComponentChildren, JSX } from 'preact';

export type ProgressProps = Readonly<{
  /** Tells it from others on its page. */
  id: string;
  label: string;
  /** Both together, or neither where it is not known how much there is. */
  done?: number | undefined;
  total?: number | undefined;
  /** While it runs, the page is asked for again: by the island, else by the layout's refresh. */
  isRunning: boolean;
  children?: ComponentChildren;
}>;

/**
 * How far a piece of work is. A page that shows one sets the layout's `refreshSeconds` while it
 * runs, for those without scripts; with them the part is asked for anew, and the page once at
 * the end.
 */
export function Progress(props: ProgressProps): JSX.Element {
  const { id, label, done, total, isRunning, children } = props;
  return (
    <div class="progress" id={id} data-progress={isRunning ? '' : undefined}>
      <label for={`${id}-bar`}>{label}</label>
      <progress id={`${id}-bar`} value={done} max={total} />
      <p class="progress-said" role={isRunning ? 'status' : undefined}>
        {children ?? saidOf(done, total)}
      </p>
    </div>
  );
}

function saidOf(done: number | undefined, total: number | undefined): string {
  if (done === undefined || total === undefined) return 'At work';
  return `${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`;
}
