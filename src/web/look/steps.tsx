import type { JSX } from 'preact';
import { Sign } from './sign.tsx';

export type Step = Readonly<{
  label: string;
  state: 'done' | 'here' | 'ahead';
  href?: string | undefined;
  /** Who does it, or by when. */
  note?: string | undefined;
}>;

/** What is done of a piece of work in several steps, and what is to come. */
export function Steps({ label, steps }: Readonly<{ label: string; steps: readonly Step[] }>) {
  return (
    <ol class="steps" aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.label}
          class={`step step-${step.state}`}
          aria-current={step.state === 'here' ? 'step' : undefined}
        >
          <One step={step} />
        </li>
      ))}
    </ol>
  );
}

function One({ step }: Readonly<{ step: Step }>): JSX.Element {
  const { label, state, href, note } = step;
  return (
    <>
      <span class="step-sign">{state === 'done' && <Sign tone="good" />}</span>
      <span>
        {href === undefined ? label : <a href={href}>{label}</a>}
        {state === 'done' && <span class="unseen"> (done)</span>}
        {note !== undefined && <span class="step-note">{note}</span>}
      </span>
    </>
  );
}
