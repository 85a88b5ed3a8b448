import type { Command } from 'commander';
import type { Result } from '../../problem/index.ts';
import { findOption } from '../find-option.ts';
import type { Given } from '../verb.ts';
import { serverMissing, serverNotAddress, serverNotSealed } from './problems.ts';

/** A service somewhere, and what is shown to it. */
export type Server = Readonly<{
  /** `https://…` without a slash at its end. */
  address: string;
  /** Read from the environment alone: an option would stand in the list of processes. */
  token: string | undefined;
}>;

/** Declares the option of every verb that asks a server. */
export function declareServer(command: Command): Command {
  return command.option('--server <URL>', 'where the service is (else what OUTTURN_SERVER says)');
}

/** The server that is meant. A token is sent to no other machine unless it is sealed on the way. */
export function findServer(given: Given, env: NodeJS.ProcessEnv): Result<Server> {
  const named = findOption(given, 'server') ?? env.OUTTURN_SERVER ?? '';
  if (named === '') return { ok: false, problems: [serverMissing()] };
  const url = URL.canParse(named) ? new URL(named) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || `${url.search}${url.hash}` !== '') {
    return { ok: false, problems: [serverNotAddress(named)] };
  }
  const token = (env.OUTTURN_TOKEN ?? '').trim() || undefined;
  if (url.protocol === 'http:' && !isOwnMachine(url.hostname)) {
    return { ok: false, problems: [serverNotSealed(named)] };
  }
  return { ok: true, value: { address: url.href.replace(/\/+$/, ''), token } };
}

function isOwnMachine(name: string): boolean {
  return name === 'localhost' || name === '[::1]' || /^127(\.\d+){3}$/.test(name);
}
