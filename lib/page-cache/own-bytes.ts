/**
 * These bytes, one after the other, in memory of their own. Node makes small buffers (Buffer.from, Buffer.concat) parts of
 * a block of 64 KB, which stays for as long as any of them is kept: of what is kept for long, that would be most of it.
 */
export function ownBytes(...parts: readonly Uint8Array[]): Buffer {
  const bytes = Buffer.allocUnsafeSlow(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
