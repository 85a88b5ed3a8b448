import { connect, createServer } from 'node:net';
import { afterAll } from 'vitest';
import { freePort } from './served.ts';

/**
 * A line to a server that breaks: so many requests reach it, and what it answers to them is lost on
 * the way. Gives the address at which it can be reached by that line.
 */
export async function aBrokenLine(address: string, breaks: number): Promise<string> {
  const { hostname, port } = new URL(address);
  let left = breaks;
  const line = createServer((near) => {
    const far = connect(Number(port), hostname);
    near.on('error', () => far.destroy());
    far.on('error', () => near.destroy());
    near.pipe(far);
    far.on('data', (piece) => {
      if (left > 0) {
        left -= 1;
        near.resetAndDestroy();
        far.destroy();
      } else near.write(piece);
    });
    far.on('end', () => near.end());
  });
  const own = await freePort();
  await new Promise<void>((done) => line.listen({ host: '127.0.0.1', port: own }, done));
  afterAll(() => new Promise((done) => line.close(done)));
  return `http://127.0.0.1:${own}`;
}
