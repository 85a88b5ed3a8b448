import type { FastifyInstance } from 'fastify';

/** A file of ours that pages use; its address has the hash of its content, so it never changes. */
export type Asset = Readonly<{ address: string; mediaType: string; body: string | Uint8Array }>;

/** Serves the assets to be kept by browsers for ever. */
export function addAssets(server: FastifyInstance, assets: readonly Asset[]): void {
  for (const { address, mediaType, body } of assets) {
    server.get(address, { config: { rateLimit: false } }, async (_, reply) =>
      reply
        .header('cache-control', 'public, max-age=31536000, immutable')
        .type(mediaType)
        .send(body),
    );
  }
}
