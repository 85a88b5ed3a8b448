import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const built = new Set(['node_modules', 'dist', 'coverage', '.cache', '.git']);

/** Every file of the project by its path with forward slashes: what git tracks or would track. */
export function projectFiles(): readonly string[] {
  const words = ['-c', 'safe.directory=*', 'ls-files', '-coz', '--exclude-standard'];
  try {
    const listed = execFileSync('git', words, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
    return listed.toString().split('\0').filter(isFile).toSorted();
  } catch {
    return walk(root).toSorted();
  }
}

/** The TypeScript of `src/`, tests included or not. */
export function sourceFiles(options: { tests: boolean }): readonly string[] {
  const sources = projectFiles().filter((path) => /^src\/.*\.tsx?$/.test(path));
  return options.tests ? sources : sources.filter((path) => !/\.test\.tsx?$/.test(path));
}

/** What stands in a file of the project. */
export function readProjectFile(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function isFile(path: string): boolean {
  return path !== '' && statSync(join(root, path), { throwIfNoEntry: false })?.isFile() === true;
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return built.has(entry.name) ? [] : walk(path);
    return [relative(root, path).split(sep).join('/')];
  });
}
