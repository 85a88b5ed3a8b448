import type { JSX } from 'preact';
import type { Frame } from './frame.ts';

/**
 * What the keyboard can do. It is shown by the island of keys when "?" is pressed, and can be
 * turned off there, as WCAG 2.1.4 asks of shortcuts of a single character.
 */
export function Keys({ frame }: Readonly<{ frame: Frame }>): JSX.Element | null {
  const places = frame.places.filter(({ letter }) => letter !== undefined);
  if (frame.neutralName !== undefined) return null;
  return (
    <dialog class="keys" id="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">Keyboard</h2>
      <dl>
        {places.map(({ label, href, letter }) => (
          <div key={href}>
            <dt>
              <kbd>g</kbd> then <kbd>{letter}</kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>?</kbd>
          </dt>
          <dd>These keys</dd>
        </div>
        <div>
          <dt>
            <kbd>Esc</kbd>
          </dt>
          <dd>Close</dd>
        </div>
      </dl>
      <label class="choice">
        <input type="checkbox" data-keys-off="" />
        <span>Turn these keys off on this computer</span>
      </label>
      <form method="dialog">
        <button class="button button-quiet" type="submit">
          Close
        </button>
      </form>
    </dialog>
  );
}
