import { contractSchema } from '../../contract/index.ts';
import { factSchema } from '../../facts/index.ts';
import { resultSchema } from '../../settlement/index.ts';
import { bundleSchema } from '../bundle/bundle-schema.ts';

export type SchemaName = 'page' | 'facts' | 'results' | 'bundle';

/** The JSON Schema (2020-12) of a contract, of one fact, of a settlement, or of a bundle. */
export async function findSchema(name: SchemaName): Promise<object> {
  switch (name) {
    case 'page':
      return contractSchema();
    case 'facts':
      return factSchema();
    case 'results':
      return resultSchema();
    case 'bundle':
      return bundleSchema();
  }
}
