import type { ComponentChildren, JSX } from 'preact';

export type EmptyProps = Readonly<{ title: string; children?: ComponentChildren }>;

/** What stands where there is nothing yet: that it is so, and what would bring something here. */
export function Empty({ title, children }: EmptyProps): JSX.Element {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children}
    </div>
  );
}
