import type { refusalReasons } from '../../service/programmes/index.ts';

/** Why a page is refused, in words. */
export const reasonWords: Readonly<Record<(typeof refusalReasons)[number], string>> = {
  terms_unclear: 'its terms are not clear',
  price_too_high: 'a price is too high',
  money_not_set_aside: 'the money has not been set aside',
  not_lawful_as_written: 'it is not lawful as it is written',
  not_safe_for_people: 'it is not safe for the people served',
  evidence_missing: 'what it rests on is not shown',
  decided_elsewhere: 'it is decided elsewhere',
};
