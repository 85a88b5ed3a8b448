import { escapeHtml } from './escape.ts';
import type { Run } from './runs.ts';
import type { Sheet, SheetBlock, SheetPart, SheetRow } from './sheet.ts';
import { sheetStyle } from './sheet-style.ts';

/** What stands at the foot of a page that is to be signed. */
export type Seal = Readonly<{
  version: number;
  contract: string;
  page: string;
  commissioner: string;
}>;

/** A page as one HTML file that needs nothing beside it: own style, no scripts, good in print. */
export function sheetHtml(sheet: Sheet, seal: Seal): string {
  const title = escapeHtml(sheet.title);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${sheetStyle}</style>
</head>
<body>
<main>
<header>
<p class="kind">Contract, version ${seal.version}</p>
<h1>${title}</h1>
</header>
${sheet.parts.map(partHtml).join('\n')}
${signatures(seal)}
</main>
<footer>
<dl>
<div><dt>Terms</dt><dd>${escapeHtml(seal.contract)}</dd></div>
<div><dt>Page</dt><dd>${escapeHtml(seal.page)}</dd></div>
</dl>
</footer>
</body>
</html>
`;
}

function partHtml({ heading, blocks }: SheetPart): string {
  const kind = heading === '' ? 'opening' : 'part';
  const title = heading === '' ? '' : `<h2>${escapeHtml(heading)}</h2>`;
  return `<section class="${kind}">${title}<div>\n${blocksHtml(blocks)}\n</div></section>`;
}

function blocksHtml(blocks: readonly SheetBlock[]): string {
  return blocks.map(blockHtml).join('\n').replaceAll('</ul>\n<ul>\n', '');
}

function blockHtml(block: SheetBlock): string {
  switch (block.is) {
    case 'paragraph':
      return `<p>${runsHtml(block.runs)}</p>`;
    case 'item':
      return `<ul>\n<li>${runsHtml(block.runs)}</li>\n</ul>`;
    case 'heading':
      return `<h3>${runsHtml(block.runs)}</h3>`;
    case 'note': {
      const paragraphs = block.paragraphs.map((runs) => `<p>${runsHtml(runs)}</p>`);
      return `<blockquote>${paragraphs.join('')}</blockquote>`;
    }
    case 'table':
      return tableHtml(block);
  }
}

function tableHtml({ header, rows, right }: Extract<SheetBlock, { is: 'table' }>): string {
  const side = (at: number) => (right[at] === true ? ' class="number"' : '');
  const row = (cells: SheetRow, tag: string) =>
    `<tr>${cells.map((runs, at) => `<${tag}${side(at)}>${runsHtml(runs)}</${tag}>`).join('')}</tr>`;
  const head = row(header, 'th').replaceAll('<th', '<th scope="col"');
  const body = rows.map((cells) => row(cells, 'td')).join('\n');
  const scroll = '<div class="table" role="region" aria-label="Table" tabindex="0">';
  const kind = header.length > 5 ? ' class="crowded"' : '';
  const table = `<thead>${head}</thead>\n<tbody>\n${body}\n</tbody>`;
  return `${scroll}<table${kind}>\n${table}\n</table></div>`;
}

function runsHtml(runs: readonly Run[]): string {
  return runs.map(runHtml).join('');
}

function runHtml({ text, face }: Run): string {
  const words = escapeHtml(text);
  switch (face) {
    case 'plain':
      return words;
    case 'bold':
      return `<strong>${words}</strong>`;
    case 'code':
      return `<code>${words}</code>`;
    case 'italic':
      return `<em>${words}</em>`;
  }
}

function signatures({ commissioner }: Seal): string {
  const line = (label: string) => `<div class="line"><span>${label}</span></div>`;
  const lines = ['Name and office', 'Signature', 'Date'].map(line).join('');
  const party = (name: string) => `<div class="party"><p>For ${escapeHtml(name)}</p>${lines}</div>`;
  const parties = [commissioner || 'the commissioner', 'the provider'].map(party).join('\n');
  return `<section class="part signatures"><h2>Signed</h2><div>${parties}</div></section>`;
}
