import { formatLength, type Length, parseLength } from '../../calendar/index.ts';
import { textOf } from '../page/tokens.ts';
import type { PlaceType } from './place-type.ts';
import { lengthSchema } from './time-places.ts';

// "90 days' notice", "1 month's notice", "30 working days' notice": a length that owns the notice,
// with a straight mark, a curly one, or none.
const owned = /^(.+?)(?:['’]s?)? notice$/i;

/** How long before something happens it must be said. */
const notice: PlaceType<Length> = {
  expects: 'a length of notice',
  example: "90 days' notice",
  *read({ text, tokens }, at) {
    for (const size of [4, 3]) {
      const [, words = ''] = owned.exec(textOf(text, tokens.slice(at, at + size))) ?? [];
      const value = parseLength(words);
      if (value) yield { value, end: at + size };
    }
  },
  print: (value) => `${formatLength(value)}${value.count === 1 ? "'s" : "'"} notice`,
  schema: lengthSchema,
  complain: (text) => ({
    code: 'length.not_a_notice',
    message: `"${text}" is not a length of notice.`,
    help: "Write a length and the word notice, as in 90 days' notice or 3 months' notice.",
  }),
};

/** The places that hold a length of notice. */
export const noticePlaces = { notice };
