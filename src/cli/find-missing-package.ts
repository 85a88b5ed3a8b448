import { createRequire } from 'node:module';

/** The first of these packages that is not installed where this program finds its packages. */
export function findMissingPackage(names: readonly string[]): string | undefined {
  const { resolve } = createRequire(import.meta.url);
  return names.find((name) => !isThere(name, resolve));
}

function isThere(name: string, resolve: NodeJS.RequireResolve): boolean {
  try {
    return resolve(name) !== '';
  } catch {
    return false;
  }
}
