import type { JSX } from 'preact';

export type CopyProps = Readonly<{ text: string; label?: string | undefined }>;

/** Copies a text. It is seen only where scripts run; the text itself stands beside it. */
export function Copy({ text, label = 'Copy' }: CopyProps): JSX.Element {
  return (
    <button class="copy" type="button" hidden data-copy={text} data-copied="Copied">
      {label}
    </button>
  );
}
