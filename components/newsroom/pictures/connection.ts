/** How long at most until it is tried again, whatever the browser says of the connection. */
export const longestWaitMs = 30_000;

/**
 * Waits until the browser has a connection again.
 * @param most  waits this long at most, in milliseconds
 * @throws the signal's reason where it was aborted
 */
export async function untilOnline(signal: AbortSignal, most = longestWaitMs): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, most);
  const done = () => resolve();
  window.addEventListener('online', done);
  signal.addEventListener('abort', done);
  try {
    await promise;
    signal.throwIfAborted();
  } finally {
    clearTimeout(timer);
    window.removeEventListener('online', done);
    signal.removeEventListener('abort', done);
  }
}
