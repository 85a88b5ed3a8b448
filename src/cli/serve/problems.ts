import { noPlace, type Problem } from '../../problem/index.ts';

export function addressTaken(port: number): Problem {
  return {
    code: 'service.address_taken',
    severity: 'error',
    at: noPlace(),
    message: `Another program listens on port ${port} already.`,
    help: 'Choose another with --port, or end that program.',
  };
}

export function addressNotHere(host: string, reason: string): Problem {
  return {
    code: 'service.address_not_here',
    severity: 'error',
    at: noPlace(),
    message: `The service cannot listen on ${host} (${reason}).`,
    help: 'Give --host an address of this machine, such as localhost.',
  };
}

export function serviceBeingStarted(holder: string): Problem {
  return {
    code: 'service.being_started',
    severity: 'error',
    at: noPlace(),
    message: `The service is being started for these data, by process ${holder}, and is not ready.`,
    help: 'See what that process says, or end it and start again.',
  };
}

export function demonstrationReachable(where: string): Problem {
  return {
    code: 'demonstration.reachable_by_others',
    severity: 'error',
    at: noPlace(),
    message: `A demonstration may not be reached by others, and ${where} may be.`,
    help: 'Leave out --host and --address: its passwords are known to everybody.',
  };
}

export function demonstrationBrokenOff(): Problem {
  return {
    code: 'demonstration.broken_off',
    severity: 'error',
    at: noPlace(),
    message: 'The data are a demonstration that was broken off while it was loaded.',
    help: 'Add --demonstration: it is loaded from the beginning.',
  };
}

export function proxyNotKnown(named: string): Problem {
  return {
    code: 'service.proxy_not_known',
    severity: 'error',
    at: noPlace(),
    message: `OUTTURN_PROXIES names "${named}", which is no address and no network of some.`,
    help: 'Give addresses such as 10.0.0.7 or networks such as 10.1.0.0/16, parted by commas.',
  };
}
