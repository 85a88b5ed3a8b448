import type { JSX } from 'preact';
import { Steps } from '../look/index.ts';

const names = ['fill in', 'check and agree', 'decision'] as const;

export type JoiningStep = (typeof names)[number];

const labels: Readonly<Record<JoiningStep, string>> = {
  'fill in': 'Fill in',
  'check and agree': 'Check and agree',
  decision: 'Decision',
};

export type JoiningStepsProps = Readonly<{
  programme: string;
  here: JoiningStep;
  /** By when it is decided. */
  note?: string | undefined;
}>;

/** How far an application has come. */
export function JoiningSteps({ programme, here, note }: JoiningStepsProps): JSX.Element {
  const at = names.indexOf(here);
  const goesBack = here === 'check and agree';
  return (
    <Steps
      label="Your application"
      steps={names.map((name, place) => ({
        label: labels[name],
        state: place < at ? 'done' : place === at ? 'here' : 'ahead',
        href: goesBack && name === 'fill in' ? `/programmes/${programme}/join` : undefined,
        note: name === 'decision' ? note : undefined,
      }))}
    />
  );
}
