import type { PageAssets } from '../http/index.ts';
import type { Problem } from '../problem/index.ts';
import { Heading, Layout, renderPage } from './look/index.ts';

/** A whole page that says what stands in the way, where nothing is known of who asks. */
export function showProblems(problems: readonly Problem[], assets: PageAssets): string {
  const title = 'This cannot be shown';
  const frame = {
    path: '',
    assets,
    csrf: '',
    once: '',
    places: [{ href: '/', label: 'Open programmes' }],
    help: [{ href: '/help', label: 'Help' }],
  };
  return renderPage(
    <Layout frame={frame} title={title} problems={problems}>
      <Heading>{title}</Heading>
    </Layout>,
  );
}
