import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where a page is cut: before each element but those that stand within a line or are never painted. */
const cut =
  /(?=<(?!\/|!|span|b\b|i\b|em|strong|mark|time|option|svg|path|source|script|meta|link|title)[a-z])/;

export interface HaltingLine {
  /** The site's address through the line. */
  url: string;
  /** Sends the next piece of the page that was asked for last; false where nothing is left of it. */
  sendNext(): boolean;
  close(): Promise<void>;
}

interface Underway {
  response: ServerResponse;
  pieces: string[];
}

/** A way to the site on which a page's head comes at once and its body element by element, when told so; all else at once. */
export async function haltingLine(site: string): Promise<HaltingLine> {
  let underway: Underway | null = null;
  const server = createServer(async (request, response) => {
    const answer = await fetch(new URL(request.url ?? '/', site));
    const headers = ['content-type', 'content-security-policy'].flatMap((name) => {
      const value = answer.headers.get(name);
      return value === null ? [] : [name, value];
    });
    response.writeHead(answer.status, headers);
    if (!answer.headers.get('content-type')?.startsWith('text/html')) {
      response.end(new Uint8Array(await answer.arrayBuffer()));
      return;
    }
    const html = await answer.text();
    const body = html.indexOf('<body');
    response.write(html.slice(0, body));
    underway = { response, pieces: html.slice(body).split(cut) };
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sendNext() {
      const piece = underway?.pieces.shift();
      if (piece === undefined) {
        underway?.response.end();
        return false;
      }
      underway?.response.write(piece);
      return true;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
