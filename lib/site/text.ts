/** Text as it is kept: NFC, without control characters, one kind of space, nothing at its ends. */
export function cleanLine(value: string): string {
  // Line breaks and tabs become spaces; other control characters and zero-width joints only break search.
  return value
    .normalize('NFC')
    .replace(/(?!\s)[\p{Cc}\u200B]|\uFEFF/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Vietnamese without its marks, in lower case: "Đọc thêm" → "doc them". For search and addresses. */
export function withoutMarks(value: string): string {
  return value.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}

const longestSlug = 100;

/**
 * The part of an address made of words: "Đọc thêm: Ổ Ặ" → "doc-them-o-a". Cut at a word's end after 100 characters;
 * `fallback` where nothing is left (a headline of emoji).
 */
export function slugOf(value: string, fallback = 'bai-viet'): string {
  const words = withoutMarks(value).match(/[a-z0-9]+/g) ?? [];
  let slug = '';
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word.slice(0, longestSlug);
    if (longer.length > longestSlug) break;
    slug = longer;
  }
  return slug || fallback;
}

/** Words as Vietnamese counts them: what stands between spaces and holds a letter or a digit. */
export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
