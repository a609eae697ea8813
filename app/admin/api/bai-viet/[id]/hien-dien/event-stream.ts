/** Keeps proxies from closing a stream that has no news, and tells a tab that its server is there. */
const beatMs = 15_000;
/** Then the tab comes again: who may look on is asked anew, and nobody's stream outlives their rights for long. */
const longestMs = 10 * 60_000;

/**
 * An answer that stays open and sends what happens (server-sent events).
 * @param begin  begins the watching, given how to send and how to end; what it gives back ends it
 */
export async function eventStream(
  signal: AbortSignal,
  begin: (send: (news: unknown) => void, end: () => void) => Promise<() => void>,
): Promise<Response> {
  const text = new TextEncoder();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  let isOver = false;
  const write = (lines: string) => {
    // A tab that has gone reads no more; its end is seen below.
    if (!isOver) writer.write(text.encode(lines)).catch(end);
  };
  const timers = [setInterval(() => write('event: beat\ndata:\n\n'), beatMs), setTimeout(end, longestMs)];
  let stop = () => {};
  function end(): void {
    if (isOver) return;
    isOver = true;
    for (const timer of timers) clearInterval(timer);
    stop();
    writer.close().catch(() => {});
  }
  signal.addEventListener('abort', end);
  write('retry: 1000\n\n');
  try {
    stop = await begin((news) => write(`data: ${JSON.stringify(news)}\n\n`), end);
  } catch (error) {
    end();
    throw error;
  }
  if (isOver) stop();
  return new Response(readable, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // Neither kept nor compressed on the way: each line is to arrive as it is written.
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  });
}
