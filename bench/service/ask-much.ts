import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** One request. */
export type Question = Readonly<{
  method: 'GET' | 'POST';
  path: string;
  headers?: Readonly<Record<string, string>>;
  body?: unknown;
}>;

/** How requests of one kind were answered. */
export type Answered = Readonly<{
  perSecond: number;
  /** Within which 95 of 100 were answered. */
  millisecondsMost95: number;
  count: number;
  /** How many were asked in all, those at the beginning that are not measured among them. */
  asked: number;
}>;

/** For how long, and over how many connections, each of which asks again when it is answered. */
export type Load = Readonly<{ connections: number; milliseconds: number }>;

/** Asks questions for a while and measures; an answer that is none stops it. */
export async function askMuch(
  address: string,
  next: () => Question,
  { connections, milliseconds }: Load,
): Promise<Answered> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const taken: number[] = [];
  let all = 0;
  // What is asked first finds nothing compiled and nothing at hand.
  const startedAt = performance.now() + milliseconds / 4;
  const endsAt = startedAt + milliseconds;
  const lane = async () => {
    while (performance.now() < endsAt) {
      const askedAt = performance.now();
      await ask(address, next(), agent);
      all += 1;
      if (askedAt >= startedAt) taken.push(performance.now() - askedAt);
    }
  };
  await Promise.all(Array.from({ length: connections }, lane));
  const elapsed = performance.now() - startedAt;
  agent.destroy();
  const inOrder = taken.toSorted((one, other) => one - other);
  return {
    perSecond: (taken.length / elapsed) * 1000,
    millisecondsMost95: inOrder[Math.floor(inOrder.length * 0.95)] ?? Number.NaN,
    count: taken.length,
    asked: all,
  };
}

let asked = 0;

/** Asks one question and gives the text of the answer. */
export async function ask(
  address: string,
  { method, path, headers = {}, body }: Question,
  agent?: Agent,
): Promise<string> {
  const text = body === undefined ? '' : JSON.stringify(body);
  asked += 1;
  const all = {
    ...headers,
    // No one place may ask this much: they come from many.
    'x-forwarded-for': `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}`,
    ...(text === ''
      ? {}
      : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
  };
  return new Promise((resolve, reject) => {
    const sent = request(`${address}${path}`, { method, headers: all, ...(agent && { agent }) });
    sent.on('error', reject);
    sent.on('response', (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('end', () => {
        const got = Buffer.concat(pieces).toString('utf8');
        const { statusCode = 0 } = answer;
        if (statusCode < 400) resolve(got);
        else reject(new Error(`${method} ${path} was answered ${statusCode}: ${got}`));
      });
    });
    sent.end(text);
  });
}

/** Asks until it is answered, while a program starts. */
export async function awaitAnswer(address: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const isThere = await ask(address, { method: 'GET', path: '/own/none' }).then(
      () => true,
      (error: unknown) => String(error).includes('answered'),
    );
    if (isThere) return;
    await sleep(50);
  }
  throw new Error(`nothing answers at ${address}`);
}
