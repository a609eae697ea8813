// Cameras, agencies and thirty years of programs wrote captions in whatever letters they had. What comes out is NFC.

const utf8 = new TextDecoder('utf-8', { fatal: true });
const windows1258 = new TextDecoder('windows-1258');

/** The signs that Windows-1252 has where Latin 1 has control characters, by their byte. */
const windows1252 = new Map(
  [...'€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ'].map((sign, index) => [sign, 0x80 + index] as const),
);

function readUtf8(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    // Not UTF-8: the decoder says so by throwing.
    return null;
  }
}

/**
 * Text whose UTF-8 was once read as Latin letters ("Cáº§u") as it was meant ("Cầu"). Anything else stays as it is: by
 * chance alone, no sentence is made of Latin letters whose bytes happen to be UTF-8.
 */
export function mendMojibake(text: string): string {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    const byte = windows1252.get(sign) ?? sign.charCodeAt(0);
    if (byte > 0xff) return text;
    bytes[at] = byte;
  }
  return bytes.some((byte) => byte > 0x7f) ? (readUtf8(bytes) ?? text) : text;
}

/**
 * Text that came as bytes without saying in which letters: UTF-8 where it can be that, else Windows-1258, Viet Nam's
 * own, which holds the western letters at nearly the same places.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = readUtf8(bytes) ?? windows1258.decode(bytes);
  return mendMojibake(text).normalize('NFC');
}
