import type { Command } from 'commander';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { findMissingPackage } from '../find-missing-package.ts';
import { portNotUnderstood, servicePackageMissing } from '../problems.ts';
import { jsonLine, refuse, refuseUse } from '../report.ts';
import type { Screen } from '../screen.ts';
import type { Given, Verb } from '../verb.ts';

export const serve: Verb = {
  name: 'serve',
  about: 'Run the service: its screens, its API and its database',
  examples: ['outturn serve', 'outturn serve --demonstration', 'outturn serve --port 8080 --log'],
  declare,
  act: serveVerb,
};

const usualPort = '4180';

// Built for each kind of machine, so that they stand outside the program and may be missing. What
// only some work needs (the embedded database, PDF, Parquet) is asked for when it comes to that.
const nativePackages = ['@node-rs/argon2'];

function declare(command: Command): void {
  command
    .option('--host <NAME>', 'where to listen', 'localhost')
    .option('--port <NUMBER>', 'on which port; 0 takes any that is free', usualPort)
    .option('--address <URL>', 'where people reach it, if a proxy stands before it')
    .option('--demonstration', 'load programmes with invented people where there is nothing yet')
    .option('--log', 'write a line for each request to standard error, as JSON');
}

async function serveVerb(given: Given): Promise<ExitCode> {
  const { options, screen } = given;
  const port = Number(options.port);
  if (!/^\d{1,5}$/.test(String(options.port)) || port > 65_535) {
    return refuseUse(given, portNotUnderstood(String(options.port)));
  }
  const missing = findMissingPackage(nativePackages);
  if (missing !== undefined) return refuse(given, [servicePackageMissing(missing)]);
  const stop = stopOnSignals();
  const { serve: start, signIns } = await import('../serve/index.ts');
  const started = await start({
    host: String(options.host),
    port,
    ...(typeof options.address === 'string' ? { address: options.address } : {}),
    env: process.env,
    log: (line) => {
      if (options.log === true || isFault(line)) process.stderr.write(line);
    },
    onProgress: (words) => screen.say(words),
    wantsDemonstration: options.demonstration === true,
    stop,
  });
  if (!started.ok) return refuse(given, started.problems);
  const { close, isDemonstration, ...serving } = started.value;
  const { isOther } = serving;
  const shown = { ...serving, signIns: isDemonstration ? signIns : [] };
  if (options.format === 'json') screen.show(jsonLine(shown));
  else showStarted(screen, shown);
  if (isOther) return exitCodes.done;
  goOnUnread();
  await aborted(stop);
  screen.say('Stopping, once what is under way is done.');
  await close();
  return exitCodes.done;
}

type Shown = Readonly<{
  address: string;
  folder: string;
  timeZone?: string;
  isOther: boolean;
  signIns: readonly Readonly<{ email: string; password: string; what: string }>[];
}>;

function showStarted(screen: Screen, shown: Shown): void {
  const { address, folder, timeZone, isOther, signIns } = shown;
  const { paint } = screen;
  screen.show(
    isOther
      ? `\nOutturn runs already for the data in ${folder}:`
      : `\nOutturn is running; its data are in ${folder}.`,
  );
  screen.show(`\n  ${paint('bold', address)}\n`);
  if (timeZone !== undefined) screen.show(`Days are those of the time zone ${timeZone}.\n`);
  if (signIns.length > 0) {
    const width = Math.max(...signIns.map(({ email }) => email.length));
    screen.show(`Sign in with the password ${paint('bold', signIns[0]?.password ?? '')} as`);
    for (const { email, what } of signIns) screen.show(`  ${email.padEnd(width)}  ${what}`);
    screen.show('');
  }
  if (!isOther) screen.say('Press Ctrl-C to stop it.');
}

function isFault(line: string): boolean {
  return /"level":[56]0/.test(line);
}

// Ctrl-C, a service manager's stop, or a terminal that is closed. A second one does not wait.
function stopOnSignals(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping.signal.aborted) process.exit(130);
      stopping.abort();
    });
  }
  return stopping.signal;
}

// A service whose terminal or reader has gone goes on, and is stopped in order.
function goOnUnread(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.removeAllListeners('error').on('error', () => {});
  }
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }));
}
