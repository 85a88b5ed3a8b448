import type { JSX } from 'preact';
import type { Frame } from './frame.ts';

/** The foot of every page: where help is. */
export function Footer({ frame }: Readonly<{ frame: Frame }>): JSX.Element {
  return (
    <footer class="footer">
      <div>
        {frame.neutralName === undefined && (
          <p>Public services bought by their results: one page is the contract, and it runs.</p>
        )}
        {frame.help.length > 0 && (
          <ul aria-label="Help">
            {frame.help.map(({ label, href }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </footer>
  );
}
