import type { Static } from 'typebox';
import type { listPublished } from '../../service/programmes/index.ts';

/** A programme in a list. */
export type Listed = Static<(typeof listPublished)['output']>['programmes'][number];
