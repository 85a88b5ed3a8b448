import type { Complaint } from '../wording/place-type.ts';

/** Says what is wrong with a part of an outcome, or with the outcome where no part is named. */
export type Say = (complaint: Complaint, part?: object) => void;
