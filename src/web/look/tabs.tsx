import type { JSX } from 'preact';
import type { Link } from './link.ts';

export type TabsProps = Readonly<{
  /** What they are views of, for those who listen. */
  label: string;
  tabs: readonly (Link & Readonly<{ isHere?: boolean | undefined; count?: number | undefined }>)[];
}>;

/** Views of one thing, each at its own address. */
export function Tabs({ label, tabs }: TabsProps): JSX.Element {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.isHere === true ? 'page' : undefined}>
              {tab.label}
              {tab.count !== undefined && <span class="tabs-count"> {tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
