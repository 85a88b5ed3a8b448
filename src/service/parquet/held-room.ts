/** So many numbers of eight bytes: 16 MB. */
const numbersHeld = 2 ** 21;

/**
 * Something large that is held and of which nobody looks through the inside. What a thread may let
 * lie before it is looked through is reckoned by what it holds; a thread that holds little and is
 * handed vector after vector, of which it keeps none, would be looked through at every eightieth.
 */
export function heldRoom(): readonly number[] {
  // One that begins with a fraction and is made longer is made but once, and in place.
  const held = [0.5];
  held.length = numbersHeld;
  return held;
}
