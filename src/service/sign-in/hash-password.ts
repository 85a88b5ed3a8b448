import { type Options, hash as run, verify } from '@node-rs/argon2';

// OWASP's least for argon2id (the default of the package): 19 MiB, two passes, one thread.
const cost: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** What is kept of a password: argon2id, with a salt of its own. */
export async function hashPassword(password: string): Promise<string> {
  return run(password.normalize('NFKC'), cost);
}

// Compared with where there is no account or no password, so that this takes as long.
const ofNobody = run('nobody has this password', cost);

/** Whether this is the password of that hash. Without a hash it is not, after the same time. */
export async function isPassword(hash: string | undefined, password: string): Promise<boolean> {
  const isSame = await verify(hash ?? (await ofNobody), password.normalize('NFKC'));
  return isSame && hash !== undefined;
}
