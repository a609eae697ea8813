/**
 * A gate that lets at most `limit` jobs run at once; the others wait in their order. Pictures are large when decoded:
 * more of them at once than cores takes memory and gains no time.
 */
export function atMost(limit: number): <T>(job: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (job) => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await job();
    } finally {
      // The place goes to the next in line, if there is one.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
