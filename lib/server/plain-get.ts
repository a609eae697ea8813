import { chooseEncoding, type Encoding } from './encoded.ts';

// The requests that most readers send, read without Node's HTTP: what is not written exactly as expected is none of them,
// and Node reads it.

/** A reader's request for a page, and nothing more. */
export interface PlainGet {
  target: string;
  encoding: Encoding;
}

type Kind = 'host' | 'encoding' | 'connection' | 'any' | 'refused';

/** Headers that say more of a request than which page it wants, or that it has a body. */
const refused = new Set([
  'content-length',
  'transfer-encoding',
  'trailer',
  'te',
  'expect',
  'upgrade',
  'http2-settings',
  'proxy-connection',
  'keep-alive',
  'if-none-match',
  'if-modified-since',
]);
const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

function kindOf(name: string): Kind {
  const lower = name.toLowerCase();
  if (lower === 'host') return 'host';
  if (lower === 'accept-encoding') return 'encoding';
  if (lower === 'connection') return 'connection';
  return refused.has(lower) || !token.test(name) ? 'refused' : 'any';
}

/** Names as they were written before: browsers send some twenty. */
const kinds = new Map<string, Kind>();

function kindOfName(name: string): Kind {
  const known = kinds.get(name);
  if (known) return known;
  const kind = kindOf(name);
  if (kinds.size < 500 && name.length < 50) kinds.set(name, kind);
  return kind;
}

const start = 'GET ';
const version = ' HTTP/1.1\r\n';
/** Beyond that Node decides. */
const longest = 8 * 1024;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const notText = /[\0-\x08\x0a-\x1f\x7f]/;

interface Headers {
  encoding: string | undefined;
  hosts: number;
}

/** Notes what a line says; false: Node must read it. */
function readLine(line: string, headers: Headers): boolean {
  const colon = line.indexOf(':');
  if (colon < 1 || notText.test(line)) return false;
  const kind = kindOfName(line.slice(0, colon));
  if (kind === 'any') return true;
  const value = line.slice(colon + 1).trim();
  if (kind === 'connection') return value.toLowerCase() === 'keep-alive';
  if (kind === 'host') return value !== '' && ++headers.hosts === 1;
  if (kind === 'refused' || headers.encoding !== undefined) return false;
  headers.encoding = value;
  return true;
}

/**
 * Reads one whole request for a page out of what came over a connection; null where it is anything else: another method
 * or version, more or less than one request, a body, a condition, a header that is not plain.
 */
export function readPlainGet(chunk: Buffer): PlainGet | null {
  const { length } = chunk;
  if (length > longest || length < 20 || chunk[length - 1] !== 10 || chunk[0] !== 71) return null;
  const text = chunk.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  if (end !== length - 4 || !text.startsWith(start)) return null;
  const firstEnd = text.indexOf('\r\n');
  const targetEnd = firstEnd + 2 - version.length;
  if (!text.startsWith(version, targetEnd)) return null;
  const headers: Headers = { encoding: undefined, hosts: 0 };
  for (let at = firstEnd + 2; at < length - 2; ) {
    const lineEnd = text.indexOf('\r\n', at);
    if (!readLine(text.slice(at, lineEnd), headers)) return null;
    at = lineEnd + 2;
  }
  if (headers.hosts !== 1) return null;
  return { target: text.slice(start.length, targetEnd), encoding: chooseEncoding(headers.encoding) };
}
