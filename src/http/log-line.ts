/**
 * What the log keeps of a request: how it was asked and answered, and nothing that was asked. An
 * address is kept as its pattern, since what stands in its places may name somebody.
 */
export const withoutSecrets = {
  level: 'info',
  base: {},
  serializers: {
    req: (request: { method: string; routeOptions?: { url?: string | undefined } }) => ({
      method: request.method,
      route: request.routeOptions?.url ?? 'none',
    }),
    res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
    err: (error: Error) => ({ type: error.name, message: error.name, stack: stackOf(error) }),
  },
};

// A message may hold a value; where in the code it happened holds none.
function stackOf({ stack = '' }: Error): string {
  const lines = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return lines.slice(0, 12).join('\n');
}
