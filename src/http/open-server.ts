import { randomBytes } from 'node:crypto';
import cookies from '@fastify/cookie';
import forms from '@fastify/formbody';
import helmet from '@fastify/helmet';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import { addDescription } from './add-description.ts';
import { addRoutes } from './add-routes.ts';
import { addScreens } from './add-screens.ts';
import { answerProblems } from './answer-problems.ts';
import { addAssets } from './assets.ts';
import { limitRequests } from './limit-requests.ts';
import { withoutSecrets } from './log-line.ts';
import { partLengthMax, readableAddress } from './readable-address.ts';
import type { ServerOptions } from './server-options.ts';
import { headerLimits, limitSlowBodies, slowLimits } from './slow-clients.ts';

const bytesMax = 1024 * 1024;

/** A server that is ready to be told where to listen. */
export async function openServer(options: ServerOptions): Promise<FastifyInstance> {
  const { service, log, slow = slowLimits } = options;
  const server = fastify({
    bodyLimit: bytesMax,
    http: headerLimits(slow),
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: partLengthMax },
    rewriteUrl: readableAddress,
    trustProxy: ['loopback', ...(options.proxies ?? [])],
    genReqId: () => randomBytes(6).toString('hex'),
    logger: log === undefined ? false : { ...withoutSecrets, stream: { write: log } },
    logController: new LogController({ disableRequestLogging: true }),
  });
  limitSlowBodies(server, slow);
  await server.register(cookies);
  await server.register(forms);
  await server.register(helmet, helmetOptions(service.address.startsWith('https:')));
  await limitRequests(server, { address: service.address, ...options });
  const tellFault = (err: unknown, what: string) => server.log.error({ err, what }, 'fault');
  const told = { ...options, service: { ...service, tellFault } };
  answerProblems(server, told);
  addAssets(server, told.assets);
  addRoutes(server, told);
  addDescription(server, told);
  addScreens(server, told);
  return server;
}

// Pages bring nothing of anybody else's with them, run no script that stands in them, and are
// shown in nobody else's frame.
function helmetOptions(isSecure: boolean) {
  const own = ["'self'"];
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: own,
        styleSrc: own,
        imgSrc: [...own, 'data:'],
        fontSrc: own,
        connectSrc: own,
        formAction: own,
        manifestSrc: own,
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        ...(isSecure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    hsts: isSecure,
    referrerPolicy: { policy: 'same-origin' as const },
    crossOriginEmbedderPolicy: false,
  };
}
