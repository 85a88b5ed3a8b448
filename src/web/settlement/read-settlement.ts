import type { Static } from 'typebox';
import type { readSettlement } from '../../service/money/index.ts';

/** A settlement as its screens are given it. */
export type ReadSettlement = Static<(typeof readSettlement)['output']>;
