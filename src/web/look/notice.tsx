import type { ComponentChildren, JSX } from 'preact';
import { Sign, type Tone } from './sign.tsx';

export type NoticeProps = Readonly<{
  tone: Tone;
  title?: string | undefined;
  /** Said aloud when the page opens, as after something was done. */
  isNews?: boolean | undefined;
  children?: ComponentChildren;
}>;

/** Something worth knowing before reading on, or what was just done. */
export function Notice({ tone, title, isNews = false, children }: NoticeProps): JSX.Element {
  return (
    <div class={`notice notice-${tone}`} role={isNews ? 'status' : undefined}>
      <Sign tone={tone} />
      <div>
        {title !== undefined && <p class="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}
