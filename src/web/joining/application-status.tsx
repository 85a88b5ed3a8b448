import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { listOwnApplications } from '../../service/joining/index.ts';
import { Status, type Tone } from '../look/index.ts';

export type OwnApplication = Static<(typeof listOwnApplications)['output']>['applications'][number];

type Stated = Pick<OwnApplication, 'state' | 'isLate'> &
  Partial<Pick<OwnApplication, 'standing' | 'isPaused'>>;

/** Where an application stands, as both sides read it: late decisions too. */
export function ApplicationStatus({ application }: Readonly<{ application: Stated }>): JSX.Element {
  const [tone, words] = wordsOf(application);
  return <Status tone={tone}>{words}</Status>;
}

function wordsOf({ state, isLate, standing, isPaused = false }: Stated): readonly [Tone, string] {
  switch (state) {
    case 'draft':
      return ['neutral', 'Draft'];
    case 'applied':
      return isLate
        ? ['bad', 'Waits, and the decision is late']
        : ['waiting', 'Waits to be decided'];
    case 'withdrawn':
      return ['neutral', 'Withdrawn'];
    case 'refused':
      return ['bad', isLate ? 'Refused, late' : 'Refused'];
    case 'admitted':
      if (standing === 'left') return ['neutral', 'Left'];
      if (standing === 'leaving') return ['waiting', 'Leaving'];
      if (isPaused) return ['attention', 'Admitted; new referrals are paused'];
      return ['good', isLate ? 'Admitted, late' : 'Admitted'];
  }
}
