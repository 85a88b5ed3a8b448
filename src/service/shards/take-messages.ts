import { parentPort } from 'node:worker_threads';

/** Takes every message that this thread is sent. One that cannot be read ends the thread. */
export function takeMessages<Message>(take: (message: Message) => void): void {
  parentPort?.on('message', take);
  parentPort?.on('messageerror', (error) => {
    throw error;
  });
}
