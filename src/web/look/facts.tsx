import type { ComponentChildren, JSX } from 'preact';
import type { Link } from './link.ts';

export type FactsProps = Readonly<{
  facts: readonly Readonly<{
    name: string;
    value: ComponentChildren;
    /** Where it can be changed. */
    change?: Link | undefined;
  }>[];
}>;

/** What is so of one thing: a name and a value each. */
export function Facts({ facts }: FactsProps): JSX.Element {
  return (
    <dl class="facts">
      {facts.map(({ name, value, change }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
          {change !== undefined && (
            <dd class="facts-change">
              <a href={change.href}>
                {change.label}
                <span class="unseen"> {name}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
