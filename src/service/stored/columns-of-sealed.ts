import { type ColumnSource, type Fact, factColumns, factSource } from '../../facts/index.ts';
import type { Result } from '../../problem/index.ts';
import { factsInRows } from '../../store/facts/index.ts';
import { openFact } from '../facts-in/open-fact.ts';
import { addFactsOfOne } from './add-facts-of-one.ts';
import type { SealedFacts } from './settling.ts';

/** Columns that are filled with facts as these are opened. */
export type OpenedColumns = Readonly<{
  take: (facts: SealedFacts) => Result<null>;
  close: () => ColumnSource;
}>;

/**
 * Opens facts straight into columns; those of one participant come one after the other, and of them
 * those are taken that are `wanted`.
 */
export function openedColumns(
  programme: string,
  wanted = (own: readonly Fact[]): readonly Fact[] => own,
): OpenedColumns {
  const columns = factColumns();
  let own: Fact[] = [];
  const addOwn = () => {
    addFactsOfOne(columns, wanted(own));
    own = [];
  };
  return {
    take: ({ bytes, keys }) => {
      for (const sealed of factsInRows(bytes)) {
        const key = keys.get(sealed.participant);
        if (key === undefined) continue;
        const opened = openFact(key, programme, sealed);
        if (!opened.ok) return opened;
        const fact = opened.value;
        if (own.length > 0 && own[0]?.participant !== fact.participant) addOwn();
        own.push(fact);
      }
      return { ok: true, value: null };
    },
    close: () => {
      addOwn();
      return factSource(columns);
    },
  };
}
