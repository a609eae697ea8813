import type { IncomingMessage, ServerResponse } from 'node:http';
import { chooseEncoding, encodedBody } from '../encoded.ts';
import { sendFinished } from '../send-finished.ts';
import { findFile } from './kept-files.ts';

/**
 * Answers a GET or HEAD for a file of the build or a picture.
 * @param address  the path, as it was asked for
 * @returns false: it is none, or one too large to be held, and nothing was sent
 */
export async function serveFile(
  address: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const file = await findFile(address);
  if (!file) return false;
  const isPacked = file.encoded.identity !== undefined;
  const encoding = isPacked ? 'identity' : chooseEncoding(request.headers['accept-encoding']?.toString());
  sendFinished(file, encoding, await encodedBody(file.encoded, encoding), request, response);
  return true;
}
