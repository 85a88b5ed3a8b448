import { expect, test } from 'vitest';
import { password, signIns } from '../../src/service/demonstration/index.ts';
import { madeFolder } from '../support/made-files.ts';
import { readProjectFile } from '../support/project-files.ts';
import { runOutturn } from '../support/run-outturn.ts';

const { path, put } = madeFolder();

/** The blocks of code of a document in one language, in their order. */
function blocksOf(document: string, language: string): string[] {
  const fence = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g');
  return [...readProjectFile(document).matchAll(fence)].map(([, text = '']) => text);
}

test('whom the readme names to sign in as is in the demonstration, with its password', () => {
  const block = blocksOf('README.md', 'console')[0] ?? '';
  expect(block).toContain(`the password ${password} as`);
  const named = block.split('\n').flatMap((line) => /^ +(\S+@\S+) +(.*)$/.exec(line) ?? []);
  const known = signIns.flatMap(({ email, what }) => [email, what]);
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((word) => !word.startsWith(' ') && !known.includes(word))).toEqual([]);
});

test('what the readme shows of `outturn demo` is what it says', () => {
  const shown = blocksOf('README.md', 'console')[1]?.split('…\n')[1] ?? '';
  const lines = shown.split('\n').filter((line) => line.trim() !== '');
  const { stdout } = runOutturn(['demo']);
  expect(lines.length).toBeGreaterThan(5);
  expect(lines.filter((line) => !stdout.includes(line))).toEqual([]);
});

test('the page that the readme shows a piece of has those lines', () => {
  const piece = blocksOf('README.md', 'markdown')[0]
    ?.split('\n')
    .filter((line) => line !== '');
  const cells = (line: string) => line.replaceAll(/[-\s]+/g, ' ');
  const page = readProjectFile('examples/care-leavers-reboot-west/contract.md');
  const lines = new Set(page.split('\n').map(cells));
  expect(piece?.filter((line) => !lines.has(cells(line)))).toEqual([]);
});

test('the tutorial runs as it stands', () => {
  const page = path('mine.md');
  expect(runOutturn(['new', page]).status).toBe(0);
  const text = runOutturn(['new']).stdout;
  const [example = ''] = blocksOf('docs/start.md', 'markdown');
  const longer = runOutturn(['try', '-'], `${text}\n${example}`);
  expect([longer.status, longer.stderr]).toEqual([0, '']);
  const wrong = runOutturn(['check', '-'], text.replace(/£220 \|/, '220 |'));
  const [, place = ''] =
    /^mine\.md(:\d+:\d+ {2}\S+)$/m.exec(readProjectFile('docs/start.md')) ?? [];
  expect(`${wrong.stdout}${wrong.stderr}`).toContain(place);
  const facts = put('facts.csv', blocksOf('docs/start.md', 'csv')[0] ?? '');
  const settle = (...more: string[]) =>
    JSON.parse(
      runOutturn([
        'settle',
        page,
        '--facts',
        facts,
        '--as-at',
        '2028-03-31',
        '--format',
        'json',
        ...more,
      ]).stdout,
    ).total;
  expect(settle()).toBe('41763.63');
  expect(settle('--known-at', '2027-12-31')).toBe('31103.63');
});
