import { h, type VNode } from 'preact';
import { expect, test } from 'vitest';
import { noPlace, type Problem } from '../../problem/index.ts';
import { Field } from './field.tsx';
import { FrameContext } from './frame.ts';
import { Problems } from './problems.tsx';
import { renderPage } from './render-page.ts';

const frame = {
  path: '',
  assets: { style: '', islands: '', mark: '' },
  csrf: '',
  once: '',
  places: [],
  help: [],
};

function problemAt(field: string | undefined, message: string): Problem {
  const at = { ...noPlace(), ...(field === undefined ? {} : { field }) };
  return { code: 'a.code', severity: 'error', at, message, help: '' };
}

function pageWith(problems: readonly Problem[]): VNode {
  const value = { frame, problems };
  return h(
    'main',
    null,
    h(FrameContext.Provider, { value }, [
      h(Problems, { problems }),
      h(Field, { kind: 'text', name: 'who', label: 'Who' }),
      h(Field, { kind: 'text', name: 'what', label: 'What' }),
      h(Field, { kind: 'text', name: 'when', label: 'When' }),
    ]),
  );
}

test('problems stand in the order of the fields on the screen, what is at none before them', () => {
  const html = renderPage(
    pageWith([
      problemAt('when', 'Third.'),
      problemAt('who', 'First of the first field.'),
      problemAt('who', 'Second of it.'),
      problemAt(undefined, 'Of the whole.'),
      problemAt('what', 'Second.'),
    ]),
  );
  const list = html.slice(html.indexOf('<ol>'), html.indexOf('</ol>'));
  const said = [...list.matchAll(/problem-message">(?:<a[^>]*>)?([^<]*)/g)].map(([, text]) => text);
  expect(said).toEqual([
    'Of the whole.',
    'Who: First of the first field.',
    'Who: Second of it.',
    'What: Second.',
    'When: Third.',
  ]);
});
