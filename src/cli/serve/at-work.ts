import type { Result } from '../../problem/index.ts';
import type { Service } from '../../service/act/index.ts';
import { type Environment, findDataFolder, openOutturn } from './open-outturn.ts';
import { findRunning } from './running-mark.ts';

/** Where links lead that whoever runs the service makes, if nobody says so and none runs. */
const usualAddress = 'http://localhost:4180';

/** Which data are meant, and where people reach the service. */
export type WorkAsked = Readonly<{
  env: Environment;
  address?: string;
  onProgress: (words: string) => void;
}>;

/** Opens the service for one piece of work on its own machine, while it may be running there. */
export async function atWork<T>(
  { env, address, onProgress }: WorkAsked,
  work: (service: Service) => Promise<Result<T>>,
): Promise<Result<T>> {
  const folder = await findDataFolder(env);
  if (!folder.ok) return folder;
  const running = await findRunning(folder.value);
  const opened = await openOutturn({
    folder: folder.value,
    address: address ?? running?.address ?? usualAddress,
    env,
    onProgress,
  });
  if (!opened.ok) return opened;
  try {
    return await work(opened.value.service);
  } finally {
    await opened.value.close();
  }
}
