import { fold, plain } from './fold.ts';

// What Vietnamese keyboards send, where the program that should make letters of it was off: Telex ("vieetj") and VNI
// ("vie6t5").

const telexLetters: [RegExp, string][] = [
  [/dd|d(?=.*d$)(?=[^d]+d$)/, 'đ'],
  [/aa|a(?=[^a]+a$)/, 'â'],
  [/ee|e(?=[^e]+e$)/, 'ê'],
  [/oo|o(?=[^o]+o$)/, 'ô'],
];
const telexTones: Record<string, string> = {
  s: '\u0301',
  f: '\u0300',
  r: '\u0309',
  x: '\u0303',
  j: '\u0323',
};
const vniTones: Record<string, string> = { 1: '\u0301', 2: '\u0300', 3: '\u0309', 4: '\u0303', 5: '\u0323' };

const syllable = /^(.*?)([aăâeêioôơuưy]+)([^aăâeêioôơuưy]*)$/;

/** The tone on the vowel that carries it: the marked one, the middle of three, the second before an ending, else the first. */
function withTone(letters: string, tone: string): string {
  const parts = syllable.exec(letters);
  if (!parts) return letters;
  let [, begin = '', vowels = '', end = ''] = parts;
  if ((begin.endsWith('q') && vowels.startsWith('u')) || (begin === 'g' && /^i./.test(vowels))) {
    begin += vowels.charAt(0);
    vowels = vowels.slice(1);
  }
  const marked = [...vowels].findLastIndex((vowel) => 'ăâêôơư'.includes(vowel));
  const middle = vowels.length > 2 || (vowels.length === 2 && end !== '') ? 1 : 0;
  const at = marked >= 0 ? marked : middle;
  return (begin + vowels.slice(0, at + 1) + tone + vowels.slice(at + 1) + end).normalize('NFC');
}

const horns: Record<string, string> = { a: 'ă', o: 'ơ', u: 'ư' };

/** "w", wherever in the syllable it was typed, gives "uo" both its horns, or the last vowel that can have one. */
function withHorns(letters: string): string {
  if (!letters.includes('w')) return letters;
  const rest = letters.replaceAll('w', '');
  if (rest.includes('uo')) return rest.replace('uo', 'ươ');
  const at = [...rest].findLastIndex((letter) => letter in horns);
  return at < 0 ? letters : rest.slice(0, at) + horns[rest.charAt(at)] + rest.slice(at + 1);
}

function fromTelex(word: string): string {
  let [letters, tone] = [word, ''];
  // The key of the tone may come right after its vowel or at the end.
  const key = /(?<=[aeiouyw].*)[sfrxj](?=[a-z]{0,2}$)/.exec(word);
  if (key) {
    tone = telexTones[key[0]] ?? '';
    letters = word.slice(0, key.index) + word.slice(key.index + 1);
  }
  for (const [keys, letter] of telexLetters) {
    const match = keys.exec(letters);
    if (!match) continue;
    const rest = letters.slice(match.index + match[0].length);
    // The second key may stand at the end of the syllable: "vieet" and "viete" are "viêt".
    letters = letters.slice(0, match.index) + letter + (match[0].length === 1 ? rest.slice(0, -1) : rest);
  }
  return withTone(withHorns(letters), tone);
}

const vniLetters: Record<string, Record<string, string>> = {
  6: { a: 'â', e: 'ê', o: 'ô' },
  7: { o: 'ơ', u: 'ư' },
  8: { a: 'ă' },
  9: { d: 'đ' },
};

function fromVni(word: string): string {
  let letters = '';
  let tone = '';
  for (const key of word) {
    if (vniTones[key]) tone = vniTones[key];
    else if (vniLetters[key]) {
      const changed = vniLetters[key];
      const at = [...letters].findLastIndex((letter) => letter in changed);
      if (at >= 0) letters = letters.slice(0, at) + changed[letters.charAt(at)] + letters.slice(at + 1);
      if (key === '7') letters = letters.replace('uơ', 'ươ');
    } else letters += key;
  }
  return withTone(letters, tone);
}

/**
 * The word that these keystrokes mean: "vieetj" and "vie65t" → "việt". Null where they mean no other than what they are.
 * @param word  in lower case
 */
export function fromKeystrokes(word: string): string | null {
  if (!/^[a-z0-9]{2,12}$/.test(word)) return null;
  const read = /\d/.test(word) ? fromVni(word) : fromTelex(word);
  const folded = fold(read);
  return folded === word || !/^\p{L}+$/u.test(folded) || !/[aeiouy]/.test(plain(folded)) ? null : folded;
}
