// Vietnamese text as the search compares it. Two forms of equal length, so that a place in one is the same place in the
// other: folded keeps the marks, plain has none.

/** "oà" and "òa" are one syllable written by two rules; so is "uý". Kept on the first vowel where nothing follows. */
const openEnding = /(?<!q)(o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/gu;
/** "hòan" and "qúy" follow neither rule, and are often typed. */
const closedEnding = /([òóỏõọ][ae]|[ùúủũụ]y)(?=\p{L})/gu;
const afterQ = /(?<=q)[ùúủũụ][aeiy]/gu;

const tones = ['àáảãạ', 'èéẻẽẹ', 'ìíỉĩị', 'òóỏõọ', 'ùúủũụ', 'ỳýỷỹỵ'];
const vowels = 'aeiouy';

/** The two letters with their tone on the other one. */
function moveTone(pair: string): string {
  const [first = '', second = ''] = pair;
  const from = vowels.includes(first) ? second : first;
  const tone = tones.find((row) => row.includes(from))?.indexOf(from) ?? 0;
  const bare = vowels[tones.findIndex((row) => row.includes(from))] ?? '';
  const to = from === first ? second : first;
  const marked = tones[vowels.indexOf(to)]?.[tone] ?? '';
  return from === first ? bare + marked : marked + bare;
}

const hasTone = /[àáảãạèéẻẽẹòóỏõọùúủũụỳýỷỹỵ]/;

function placeTones(text: string): string {
  if (!hasTone.test(text)) return text;
  return text.replace(openEnding, moveTone).replace(closedEnding, moveTone).replace(afterQ, moveTone);
}

/**
 * Text in lower case, its words between single spaces and without punctuation, lines between line feeds, however it was
 * composed (NFC, NFD) and by whichever rule its tones were placed. Any text goes in; what has no letter or digit gives ''.
 */
export function fold(text: string): string {
  const letters = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}\n]+/gu, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
  return placeTones(letters);
}

const codes = 65_536;
let bare: Uint16Array | null = null;

/** The letter without its marks, for each letter of one UTF-16 unit that has any. */
function bareLetters(): Uint16Array {
  if (bare) return bare;
  bare = new Uint16Array(codes);
  for (let code = 0; code < codes; code++) {
    const [base = '', ...marks] = String.fromCharCode(code).normalize('NFD');
    const isMarked = marks.length > 0 && marks.every((mark) => /\p{M}/u.test(mark));
    bare[code] = isMarked ? base.charCodeAt(0) : code;
  }
  bare['đ'.charCodeAt(0)] = 'd'.charCodeAt(0);
  bare['Đ'.charCodeAt(0)] = 'D'.charCodeAt(0);
  return bare;
}

/** Text without its marks, letter by letter: "hòa bình" → "hoa binh". For what `fold` gave. */
export function plain(folded: string): string {
  const table = bareLetters();
  const letters = new Uint16Array(folded.length);
  for (let i = 0; i < folded.length; i++) letters[i] = table[folded.charCodeAt(i)] ?? 0;
  return Buffer.from(letters.buffer).toString('utf16le');
}
