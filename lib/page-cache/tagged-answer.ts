import { missingTag } from './tags.ts';

/** What a route for machines answers: a feed, a sitemap. */
interface TaggedAnswer {
  /** With its charset, e.g. "application/xml; charset=utf-8". */
  type: string;
  /** Of everything that it shows: a change of one of these makes it anew. */
  tags: readonly string[];
  /** When it stops being true by itself, without any change. */
  expires?: Date | null;
  status?: number;
  /** Sent beside these. */
  headers?: Record<string, string>;
}

/** The header by which an answer names its tags, to our server and to a CDN alike. */
export const tagsHeader = 'cache-tag';

/**
 * An answer that is kept like a reader's page: our server keeps it until one of its tags expires; under a plain
 * `next start` it is made afresh each time.
 */
export function taggedAnswer(
  body: string | ReadableStream<Uint8Array> | null,
  { type, tags, expires, status = 200, headers = {} }: TaggedAnswer,
): Response {
  // As bytes: a text would be looked through for broken letters first, of which ours has none.
  return new Response(typeof body === 'string' ? Buffer.from(body) : body, {
    status,
    headers: {
      'Content-Type': type,
      'Cache-Control': 'public, max-age=0, s-maxage=5, stale-while-revalidate=30',
      [tagsHeader]: [...new Set(tags)].join(','),
      ...(expires ? { Expires: expires.toUTCString() } : {}),
      ...headers,
    },
  });
}

/** Nothing at this address, as long as nothing is made or renamed. */
export function taggedNotFound(tags: readonly string[]): Response {
  return taggedAnswer('Không có địa chỉ này.\n', {
    type: 'text/plain; charset=utf-8',
    tags: [...tags, missingTag],
    status: 404,
  });
}

/** Sends piece by piece what comes piece by piece, each as the client takes it. */
export function streamText(pieces: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
