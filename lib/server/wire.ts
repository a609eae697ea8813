import { STATUS_CODES } from 'node:http';
import { ownBytes } from '#lib/page-cache/own-bytes.ts';
import type { Encoding } from './encoded.ts';
import { type FinishedPage, sentHeaders, type Wire } from './finished-page.ts';
import { keepAliveSeconds } from './limits.ts';

const dateLength = new Date(0).toUTCString().length;
let today = { second: 0, text: '' };

function dateOf(second: number): string {
  if (today.second !== second) today = { second, text: new Date(second * 1000).toUTCString() };
  return today.text;
}

function makeWire(page: FinishedPage, encoding: Encoding, body: Buffer): Wire {
  const lines = [`HTTP/1.1 ${page.status} ${STATUS_CODES[page.status]}`];
  for (const [name, value] of Object.entries(sentHeaders(page, encoding, body.length))) {
    for (const one of [value].flat()) lines.push(`${name}: ${one}`);
  }
  lines.push('connection: keep-alive', `keep-alive: timeout=${keepAliveSeconds}`, 'date: ');
  const before = Buffer.from(lines.join('\r\n'), 'latin1');
  const bytes = ownBytes(before, Buffer.alloc(dateLength), Buffer.from('\r\n\r\n'), body);
  return { bytes, dateAt: before.length, second: 0 };
}

/**
 * Makes a page ready to be sent in one piece. The form given is from then on a part of that piece, so that nothing is kept
 * twice.
 */
export function prepareWire(page: FinishedPage, encoding: Encoding, body: Buffer): void {
  const wire = makeWire(page, encoding, body);
  page.wires = { ...page.wires, [encoding]: wire };
  page.encoded[encoding] = wire.bytes.subarray(-body.length);
  if (page.encoded.making && encoding !== 'identity') delete page.encoded.making[encoding];
}

/** The bytes to send now. A piece that a slow line still takes may get a newer date half-way, which is as right. */
export function bytesNow(wire: Wire, nowMs: number): Buffer {
  const second = Math.floor(nowMs / 1000);
  if (wire.second !== second) {
    wire.bytes.write(dateOf(second), wire.dateAt, 'latin1');
    wire.second = second;
  }
  return wire.bytes;
}
