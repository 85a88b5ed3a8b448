import { noPlace, type Problem } from '../../problem/index.ts';

export function providerUnknown(name: string, known: readonly string[], near?: string): Problem {
  return {
    code: 'statement.provider_unknown',
    severity: 'error',
    at: noPlace(),
    message: `Nothing is owed to a provider named ${name}.`,
    help:
      near === undefined ? `Providers are ${known.join(', ') || 'none'}.` : `Did you mean ${near}?`,
  };
}
