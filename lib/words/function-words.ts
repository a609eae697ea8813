/**
 * Words that stand between others in every text and tell nothing of what it is about. Two syllables of which one is among
 * these are no word of the language, so the pair is not kept for the search; each of them by itself is.
 */
const functionWords = new Set(
  'và của là các những được cho với một đã này để thì mà cũng ấy nhưng rằng bị đang sẽ nếu vì'.split(' '),
);

/** @param word  as `fold` gives it */
export const isFunctionWord = (word: string): boolean => functionWords.has(word);
