import type { ConnectionOptions } from 'node:tls';

/** How to reach a database, as `pg` takes it. */
export type Connection = Readonly<{
  connectionString?: string;
  host?: string;
  port?: number;
  user?: string;
  password?: string;
  database?: string;
  ssl?: boolean | ConnectionOptions;
}>;
