import type { JSX } from 'preact';

/** What a state means to who reads it, whatever its word. */
export type Tone = 'good' | 'waiting' | 'attention' | 'bad' | 'neutral';

/** A shape for each tone, so that nothing rests on colour alone. Its words stand beside it. */
export function Sign({ tone }: Readonly<{ tone: Tone }>): JSX.Element {
  return (
    <svg class={`sign sign-${tone}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <Shape tone={tone} />
    </svg>
  );
}

function Shape({ tone }: Readonly<{ tone: Tone }>): JSX.Element {
  switch (tone) {
    case 'good':
      return (
        <>
          <circle class="sign-body" cx="8" cy="8" r="7" />
          <path class="sign-cut" d="M4.6 8.3 7 10.7 11.4 5.8" />
        </>
      );
    case 'waiting':
      return (
        <>
          <circle class="sign-line" cx="8" cy="8" r="6.2" />
          <path class="sign-line" d="M8 4.6V8l2.3 1.6" />
        </>
      );
    case 'attention':
      return (
        <>
          <path class="sign-body" d="M8 1.2 15.4 14.4H.6Z" />
          <path class="sign-cut" d="M8 6v4M8 12v.6" />
        </>
      );
    case 'bad':
      return (
        <>
          <path class="sign-body" d="M4.9 1h6.2L15 4.9v6.2L11.1 15H4.9L1 11.1V4.9Z" />
          <path class="sign-cut" d="m5.4 5.4 5.2 5.2m0-5.2-5.2 5.2" />
        </>
      );
    case 'neutral':
      return <path class="sign-line" d="M8 2.2 13.8 8 8 13.8 2.2 8Z" />;
  }
}
