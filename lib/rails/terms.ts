import { namesIn } from './names.ts';
import { clausesOf, formOf } from './syllables.ts';

/** What of an article is read for what it is about. */
export interface Text {
  title: string;
  sapo: string;
  /** The body's words, a line for each paragraph. */
  body: string;
}

/** What an article is about: terms, the most telling first, and how much each tells; the weights are of length 1. */
export interface Profile {
  terms: string[];
  weights: number[];
}

type Kind = 'name' | 'pair' | 'single';

/** A term found in a text, and how loudly it is said there. */
interface Said {
  kind: Kind;
  strength: number;
}

/** Terms that an article is known by. */
export const profileSize = 32;
/** Times that a term is said in the headline count so many times more than in the body. */
const places = { title: 3, sapo: 2, body: 1 };
const kinds = { name: 1.3, pair: 1, single: 0.7 };

// Syllables that only hold a sentence together, counted and dated: a pair with one of them is no word.
const joining = new Set(
  [
    'và của là các những một cho với được trong khi đã đang sẽ không có này đó từ đến ở tại vào ra lại cũng như thì mà nên',
    'để về theo sau trước trên dưới bằng còn chỉ rất nhiều ít hơn bị do vì nếu tuy hoặc hay đều phải cần người qua giữa',
    'cách việc biết làm nói thấy họ chúng mình tôi anh chị em ông bà ai gì đâu nào sao thế vậy lúc lần đầu cuối cùng đi vẫn',
    'chưa mới riêng khác hôm nay mai đây càng cả tất gần thêm nhất mỗi mọi từng cứ bao rồi nhau nữa đang mấy ấy kia vừa',
    'hai ba bốn năm sáu bảy tám chín mười mươi trăm nghìn triệu tỷ ngày tháng giờ phút tuần sáng trưa chiều tối',
  ].flatMap((line) => line.split(' ').map(formOf)),
);

function pairsOf(forms: readonly string[]): string[] {
  const pairs: string[] = [];
  for (let n = 1; n < forms.length; n++) {
    const [a = '', b = ''] = [forms[n - 1], forms[n]];
    if (!joining.has(a) && !joining.has(b)) pairs.push(`${a} ${b}`);
  }
  return pairs;
}

/** All that one part of a text says, a term as often as it is said. */
function* saidIn(text: string): Generator<{ term: string; kind: Kind }> {
  const clauses = clausesOf(text);
  const names = namesIn(clauses);
  const isName = new Set(names);
  for (const term of names) yield { term, kind: 'name' };
  for (const { syllables } of clauses) {
    const forms = syllables.map((one) => one.form);
    const singles = forms.filter((form) => !joining.has(form));
    for (const term of pairsOf(forms)) if (!isName.has(term)) yield { term, kind: 'pair' };
    for (const term of singles) if (!isName.has(term)) yield { term, kind: 'single' };
  }
}

/**
 * The terms of an article and how loudly each is said: names, pairs of syllables (most Vietnamese words) and single ones.
 * What the body alone says, and only once, is left out unless it is a name.
 */
export function termsOf(text: Text): Map<string, Said> {
  const said = new Map<string, Said>();
  for (const place of ['title', 'sapo', 'body'] as const) {
    for (const { term, kind } of saidIn(text[place])) {
      const before = said.get(term);
      // A name is a name wherever else it stands as a pair.
      const isName = kind === 'name' || before?.kind === 'name';
      said.set(term, { kind: isName ? 'name' : kind, strength: (before?.strength ?? 0) + places[place] });
    }
  }
  for (const [term, { kind, strength }] of said) if (kind !== 'name' && strength < 2) said.delete(term);
  return said;
}

/** How rare a thing is among the articles counted: 0 for what stands in all of them. */
export function rarity(articles: number, counted: number): number {
  return Math.max(0, Math.log((counted + 2) / (articles + 1)));
}

/**
 * The terms that tell most of an article: said loudly in it, and rare elsewhere.
 * @param counts  in how many of the `counted` articles each term stands
 */
export function chooseTerms(
  said: ReadonlyMap<string, Said>,
  counts: ReadonlyMap<string, number>,
  counted: number,
): Profile {
  const best = [...said]
    .map(([term, { kind, strength }]) => ({
      term,
      weight: kinds[kind] * Math.log2(1 + strength) * rarity(counts.get(term) ?? 0, counted),
    }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
    .slice(0, profileSize);
  const length = Math.hypot(...best.map(({ weight }) => weight)) || 1;
  return {
    terms: best.map(({ term }) => term),
    weights: best.map(({ weight }) => Math.round((weight / length) * 1000) / 1000),
  };
}
