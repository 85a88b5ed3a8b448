import type { Given } from './verb.ts';

/** The value of an option that takes one, where it was given. */
export function findOption({ options }: Pick<Given, 'options'>, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}
