/**
 * A character that cannot be seen, or that changes how others are seen: controls but for tabs and
 * line ends, format characters (Cf: soft hyphens, joiners, marks of direction, a byte-order mark),
 * fillers, variation selectors and tags (what Unicode calls default ignorable), separators of lines
 * and paragraphs, halves of a character, and the empty Braille cell. Two texts that differ only in
 * these look alike.
 */
export const unseenCharacter: RegExp =
  /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** A character as people can look it up: "U+200B". */
export function characterNumber(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `U+${code.padStart(4, '0')}`;
}
