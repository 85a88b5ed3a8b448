import type { FastifyReply } from 'fastify';
import type { GivenFile } from './route.ts';

/** Hands a file out to be kept: nothing in it is run or shown as a page of ours. */
export function sendFile(reply: FastifyReply, { name, mediaType, body }: GivenFile): FastifyReply {
  const plain = name.replaceAll(/[^\w.-]+/g, '-');
  return reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="${plain}"`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .type(mediaType)
    .send(body);
}
