import { readdir, readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Asset } from '../../http/index.ts';
import { assert } from '../../problem/index.ts';
import type { FrameAssets } from './frame.ts';

/** All of them, and where each page finds those that every page has. */
export type Assets = Readonly<{ all: readonly Asset[]; frame: FrameAssets }>;

type File = Readonly<{ name: string; content: Uint8Array }>;

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * What was built beside the program, or the same made of the sources where the program runs from
 * them.
 */
export async function loadAssets(): Promise<Assets> {
  const isBuilt = !import.meta.url.endsWith('.ts');
  const files = isBuilt ? await builtFiles() : await filesFromSource();
  const all = files.map(assetOf);
  return {
    all,
    frame: {
      style: addressOf(all, 'look'),
      mark: addressOf(all, 'mark'),
      islands: addressOf(all, 'islands'),
    },
  };
}

async function builtFiles(): Promise<File[]> {
  const folder = new URL('assets/', import.meta.url);
  const names = await readdir(folder);
  return Promise.all(
    names.map(async (name) => ({ name, content: await readFile(new URL(name, folder)) })),
  );
}

// Named where no bundler looks for it: the built program has its assets beside it and needs none.
const bundler = ['es', 'build'].join('');

// scripts/build.mjs writes them into dist/assets/ with the same options.
async function filesFromSource(): Promise<File[]> {
  const { build }: typeof import('esbuild') = await import(bundler);
  const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [here('style/look.css'), here('islands/islands.ts'), here('mark.svg')],
    entryNames: '[name]-[hash]',
    outdir: here('assets'),
    loader: { '.svg': 'copy' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome111', 'firefox115', 'safari16.4'],
    logLevel: 'silent',
    write: false,
  });
  return outputFiles.map(({ path, contents }) => ({ name: basename(path), content: contents }));
}

function assetOf({ name, content }: File): Asset {
  const mediaType = mediaTypes[extname(name)];
  assert(mediaType !== undefined, 'an asset is of a kind that a page may have beside it');
  return { address: `/assets/${name}`, mediaType, body: content };
}

function addressOf(all: readonly Asset[], stem: string): string {
  const found = all.find(({ address }) => address.startsWith(`/assets/${stem}-`));
  assert(found !== undefined, 'every page has its style, its mark and its islands beside it');
  return found.address;
}
