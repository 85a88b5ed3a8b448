import { type Fact, type FactColumns, numberIn, type OwnFacts } from '../../facts/index.ts';
import {
  type AttachedColumns,
  type AttachedCopying,
  attachedCopying,
  copyAttachment,
  rowOfAttachment,
} from '../columns/attached-columns.ts';
import type { AttachedOnce } from './achieved-rows.ts';
import type { StraightGroup, StraightTerms } from './straight-terms.ts';

/** In which columns attachments stand, and what their numbers mean for lines. */
export type AttachedPlaces = Readonly<{
  copying: AttachedCopying;
  /** By the number of a group in the columns. */
  groups: readonly (StraightGroup | undefined)[];
}>;

export function attachedPlaces(
  to: AttachedColumns,
  columns: FactColumns,
  { groups }: StraightTerms,
): AttachedPlaces {
  const names = columns.group.pool.values;
  return {
    copying: attachedCopying(to, columns),
    groups: [undefined, ...names.map((name) => groups.get(name))],
  };
}

/** The facts of somebody, and in which columns they stand, if they do. */
export type Placed = Readonly<{ own: OwnFacts; places: AttachedPlaces | undefined }>;

/**
 * The group in which the attachment of a row is; undefined where the page does not know it, no
 * provider is named, or prices may differ by what is said of whom it is.
 */
export function groupOfRow(
  { rows, terms }: AttachedOnce,
  row: number,
  { places }: Placed,
): StraightGroup | undefined {
  if (places !== undefined) {
    const { columns } = places.copying;
    const source = rows.sources[row] as number;
    const isNamed = numberIn(columns.provider.cells, source) !== 0;
    const isPlain = isNamed && numberIn(columns.with.cells, source) === 0;
    return isPlain ? places.groups[numberIn(columns.group.cells, source)] : undefined;
  }
  const { provider, group = '', with: has = [] } = rows.facts[row] ?? {};
  return provider !== undefined && has.length === 0 ? terms.groups.get(group) : undefined;
}

/** Puts the attachment down among those of which there are lines, and gives its row there. */
export function putAttachment(
  columns: AttachedColumns,
  { rows, row }: AttachedOnce,
  { own, places }: Placed,
): number {
  if (places !== undefined && own.inRows !== undefined) {
    const attachment = rows.sources[row] as number;
    return copyAttachment(columns, places.copying, { participant: own.inRows.index, attachment });
  }
  const { id, provider = '' } = rows.facts[row] as Fact;
  return rowOfAttachment(columns, own.whose(), { id, provider });
}
