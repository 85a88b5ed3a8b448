import type { JSX } from 'preact';
import type { Link } from './link.ts';

/** The pages above this one, the outermost first. */
export function Trail({ links }: Readonly<{ links: readonly Link[] }>): JSX.Element | null {
  if (links.length === 0) return null;
  return (
    <nav class="trail" aria-label="You are in">
      <ol>
        {links.map(({ label, href }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
