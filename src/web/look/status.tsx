import type { ComponentChildren, JSX } from 'preact';
import { Sign, type Tone } from './sign.tsx';

export type StatusProps = Readonly<{ tone: Tone; children: ComponentChildren }>;

/** A state in words and the shape of its tone: `<Status tone="waiting">To verify</Status>`. */
export function Status({ tone, children }: StatusProps): JSX.Element {
  return (
    <span class={`status status-${tone}`}>
      <Sign tone={tone} />
      <span>{children}</span>
    </span>
  );
}
