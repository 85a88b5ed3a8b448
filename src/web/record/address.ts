import type { Visit } from '../../http/index.ts';

/** Whose record is asked for; without a word one's own organisation's. */
export function chainOf({ query: { chain = '' } }: Visit): Readonly<{ chain?: string }> {
  return chain === '' ? {} : { chain };
}

type Asked = Readonly<Record<string, string | undefined>>;

/** Where a record stands, or what is done with it. */
export function recordAddress(step: '' | 'verification' | 'export', asked: Asked = {}): string {
  const said = Object.entries(asked).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as [string, string]],
  );
  const path = step === '' ? '/record' : `/record/${step}`;
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said)}`;
}
