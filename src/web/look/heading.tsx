import type { ComponentChildren, JSX } from 'preact';

export type HeadingProps = Readonly<{
  /** What kind of thing the page is about, above its name: "Settlement", "Contract, version 2". */
  kind?: string | undefined;
  /** One or two sentences under the name. */
  lead?: ComponentChildren;
  /** Buttons that belong to the whole page. */
  actions?: ComponentChildren;
  children: ComponentChildren;
}>;

/** The name of the page: its one first heading. Sections under it are plain h2 and h3. */
export function Heading({ kind, lead, actions, children }: HeadingProps): JSX.Element {
  return (
    <div class="heading">
      <div>
        {kind !== undefined && <p class="heading-kind">{kind}</p>}
        <h1>{children}</h1>
        {lead !== undefined && <p class="lead">{lead}</p>}
      </div>
      {actions !== undefined && <div class="heading-actions">{actions}</div>}
    </div>
  );
}
