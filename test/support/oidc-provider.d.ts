// The package brings no types; these are what the tests use of it.
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  type Details = Readonly<{
    prompt: Readonly<{ name: string }>;
    params: Readonly<{ client_id: string }>;
  }>;

  export default class Provider {
    constructor(issuer: string, settings: object);
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Details>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: object,
    ): Promise<void>;
    Grant: new (
      granted: object,
    ) => Readonly<{ addOIDCScope: (scope: string) => void; save: () => Promise<string> }>;
  }
}
