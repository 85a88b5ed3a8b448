import type { JSX } from 'preact';
import { Status } from '../look/index.ts';
import { factStates } from './words.ts';

type Stated = Readonly<{ state: string; isReplaced: boolean }>;

/** Where a fact stands. */
export function FactState({ fact }: Readonly<{ fact: Stated }>): JSX.Element {
  const { tone, said } = factStates[fact.state] ?? { tone: 'neutral', said: fact.state };
  return fact.isReplaced ? (
    <Status tone="neutral">Replaced</Status>
  ) : (
    <Status tone={tone}>{said}</Status>
  );
}
