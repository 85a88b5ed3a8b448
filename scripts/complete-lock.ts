// `npm run lock`: brings package-lock.json in step with package.json. Some registries hold only
// the builds of a few platforms; npm then leaves the others out of the lock file, and `npm ci`
// refuses it everywhere. So what npm left out is written in, by the name of the platform.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../test/support/project-files.ts';
import { type LockedPackage, missingBuilds } from './missing-builds.ts';

const npm = ['install', '--package-lock-only', '--ignore-scripts'];
const { status } = spawnSync('npm', npm, { cwd: root, stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);

const path = join(root, 'package-lock.json');
const lock: { packages: Record<string, LockedPackage> } = JSON.parse(readFileSync(path, 'utf8'));
const missing = missingBuilds(lock.packages);
const all = Object.entries({ ...lock.packages, ...missing });
const packages = Object.fromEntries(all.toSorted(([one], [other]) => (one < other ? -1 : 1)));
writeFileSync(path, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
console.log(`Wrote package-lock.json; ${Object.keys(missing).length} builds were added by name.`);
