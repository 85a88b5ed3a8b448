import { chance } from '../chance/index.ts';

/**
 * Words that are about nobody and nothing: things of an office, colours and plain qualities of
 * paper. None is of home, shelter, family, body, care, hope, law, place or weather, which might
 * hint at what a programme is about or where it is, and none is anybody's first name.
 */
const qualities: readonly string[] = [
  'Azure Beige Blue Broad Bronze Brown Copper Cream Crimson Cyan Double Fine Flat Glossy Golden',
  'Green Grey Indigo Khaki Large Lilac Lime Lined Long Magenta Maroon Mauve Narrow Navy Ochre',
  'Orange Oval Plain Purple Round Rust Sepia Silver Small Teal Thick Wide Yellow',
].flatMap((line) => line.split(' '));

const things: readonly string[] = [
  'Binder Bracket Brush Button Card Chart Clip Column Compass Cord Cube Dial Disc Drawer Easel',
  'Folder Frame Grid Index Label Ledger Lens Margin Notebook Panel Paper Pencil Pin Prism Ribbon',
  'Ruler Shelf Spool Square Stamp Tray Tripod Wheel',
].flatMap((line) => line.split(' '));

/**
 * A neutral name for a programme: two plain words that hint at nothing. The same seed, which is the
 * programme's own identity, always gives the same name; at most 18 letters, so that it fits where a
 * bank takes a reference. Two programmes may have the same name, which tells no more than any.
 *
 * Give every programme one from its first day and use it in links, titles, senders, file names and
 * bank references for all who take part: a name that came only once somebody was protected would
 * say that somebody is.
 */
export function neutralName(seed: string): string {
  const drawn = chance(`neutral name/${seed}`);
  return `${drawn.pick(qualities)} ${drawn.pick(things)}`;
}
