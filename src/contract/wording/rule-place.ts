import { oneToken } from './place-type.ts';

/** The code of a warning, as `check` shows it, in words joined by marks that a word may hold. */
const rule = oneToken<string>(
  {
    expects: 'the code of a warning',
    example: 'page.longer_than_a_sheet',
    print: (value) => value,
    schema: { type: 'string', pattern: '^[a-z_]+\\.[a-z_]+$' },
    complain: (text) => ({
      code: 'waiver.not_a_code',
      message: `"${text}" is not the code of a warning.`,
      help: 'Copy the code that stands beside the warning, as in page.longer_than_a_sheet.',
    }),
  },
  ({ lower }) => (/^[a-z_]+\.[a-z_]+$/.test(lower) ? lower : undefined),
);

/** The places that name a rule of the language. */
export const rulePlaces = { rule };
