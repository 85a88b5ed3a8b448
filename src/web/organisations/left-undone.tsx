import type { JSX } from 'preact';
import type { Static } from 'typebox';
import { type readLeftUndone, upkeepParts } from '../../service/record/index.ts';
import { Moment, Notice } from '../look/index.ts';

export type LeftUndoneProps = Readonly<{ left: Static<typeof readLeftUndone.output>['left'] }>;

/** What the daily upkeep could not do in programmes of the organisation, where anything is left. */
export function LeftUndone({ left }: LeftUndoneProps): JSX.Element | null {
  if (left.length === 0) return null;
  return (
    <Notice tone="attention" title="The daily upkeep left something undone">
      <ul>
        {left.map(({ part, programme, name, about = '', codes, since }) => (
          <li key={`${part} ${programme} ${about}`}>
            <a href={`/programmes/${programme}`}>{name}</a>: {wordsOf(part)}
            {about === '' ? '' : ` (${about})`}, since <Moment at={since} />. It met{' '}
            {codes.join(', ')}.
          </li>
        ))}
      </ul>
      <p>It is tried again each day. Tell whoever runs the service if it stays.</p>
    </Notice>
  );
}

function wordsOf(part: string): string {
  const words: Readonly<Record<string, string>> = upkeepParts;
  return (words[part] ?? part).replace(/^./, (first) => first.toLowerCase());
}
