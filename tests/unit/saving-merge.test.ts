import { describe, expect, test } from 'vitest';
import { merge } from '#components/newsroom/saving/merge.ts';
import { same, tidy } from '#components/newsroom/saving/same.ts';
import { choicesOf, clashesOf, settle, textToEdit } from '#components/newsroom/saving/settle.ts';
import type { Conflict } from '#components/newsroom/saving/types.ts';
import { emptyContent } from '#lib/articles/content.ts';
import type { ArticleContent } from '#lib/articles/types.ts';
import type { Block } from '#lib/body/types.ts';
import { type Chance, chance } from '#tests/support/chance.ts';

const paragraph = (text: string): Block => ({ type: 'paragraph', line: [{ text }] });
const article = (body: string[], rest: Partial<ArticleContent> = {}): ArticleContent => ({
  ...emptyContent,
  ...rest,
  body: body.map(paragraph),
});
const texts = (content: ArticleContent) =>
  content.body.map((block) => ('line' in block ? block.line.map((run) => run.text).join('') : block.type));

const conflictOf = (base: ArticleContent, mine: ArticleContent, theirs: ArticleContent): Conflict => ({
  base,
  mine,
  theirs: { version: 2, content: theirs, savedBy: 'Lan', savedAt: new Date(0) },
});

describe('what only one side changed joins by itself', () => {
  const base = article(['một', 'hai', 'ba', 'bốn'], { title: 'Tựa', sapo: 'Sapo', tags: ['a', 'b'] });

  test('a field here, another there', () => {
    const { content, clashes } = merge(base, { ...base, title: 'Tựa mới' }, { ...base, sapo: 'Sapo mới' });
    expect(clashes).toEqual([]);
    expect(content).toMatchObject({ title: 'Tựa mới', sapo: 'Sapo mới' });
  });

  test('neighbouring paragraphs, each changed by another', () => {
    const mine = article(['một', 'hai của tôi', 'ba', 'bốn']);
    const theirs = article(['một', 'hai', 'ba của Lan', 'bốn']);
    const { content, clashes } = merge(article(['một', 'hai', 'ba', 'bốn']), mine, theirs);
    expect(clashes).toEqual([]);
    expect(texts(content)).toEqual(['một', 'hai của tôi', 'ba của Lan', 'bốn']);
  });

  test('new paragraphs at different places, and one taken out', () => {
    const mine = article(['đầu', 'một', 'hai', 'ba', 'bốn']);
    const theirs = article(['một', 'ba', 'bốn', 'cuối']);
    const { content, clashes } = merge(article(['một', 'hai', 'ba', 'bốn']), mine, theirs);
    expect(clashes).toEqual([]);
    expect(texts(content)).toEqual(['đầu', 'một', 'ba', 'bốn', 'cuối']);
  });

  test('the same change on both sides is one change', () => {
    const { content, clashes } = merge(base, { ...base, title: 'Mới' }, { ...base, title: 'Mới' });
    expect([content.title, clashes]).toEqual(['Mới', []]);
  });

  test('tags: what either put in is in, what either took out is out', () => {
    const { content } = merge(base, { ...base, tags: ['a', 'b', 'c'] }, { ...base, tags: ['d', 'b'] });
    expect(content.tags).toEqual(['b', 'c', 'd']);
  });
});

describe('what both changed is left to a person', () => {
  const base = article(['một hai'], { title: 'Tựa' });
  const mine = article(['một hai ba'], { title: 'Tựa của tôi' });
  const theirs = article(['không hai'], { title: 'Tựa của Lan' });
  const conflict = conflictOf(base, mine, theirs);
  const merged = clashesOf(conflict);

  test('the headline and the paragraph clash', () => {
    expect(merged.clashes.map((clash) => clash.kind)).toEqual(['field', 'blocks']);
  });

  test('each choice makes the text it says', () => {
    const made = (choice: 'mine' | 'theirs' | 'both') => {
      const decisions = merged.clashes.map(() => ({ choice, text: '' }));
      const content = settle(conflict, merged, decisions);
      return [content.title, ...texts(content)];
    };
    expect(made('mine')).toEqual(['Tựa của tôi', 'một hai ba']);
    expect(made('theirs')).toEqual(['Tựa của Lan', 'không hai']);
    expect(made('both')).toEqual(['Tựa của tôi', 'một hai ba', 'không hai']);
  });

  test('writing by hand begins with both texts and keeps bold where the words stay', () => {
    const bold: ArticleContent = {
      ...base,
      body: [{ type: 'paragraph', line: [{ text: 'một ', bold: true }, { text: 'hai ba' }] }],
    };
    const written = conflictOf(base, bold, theirs);
    const parts = clashesOf(written);
    const [clash] = parts.clashes.filter((each) => each.kind === 'blocks');
    if (!clash) throw new Error('no clash');
    expect(choicesOf(clash)).toContain('edited');
    expect(textToEdit(clash, written)).toBe('một hai ba\nkhông hai');
    const decisions = parts.clashes.map(() => ({ choice: 'edited' as const, text: 'một hai bốn' }));
    expect(tidy(settle(written, parts, decisions)).body).toEqual([
      { type: 'paragraph', line: [{ text: 'một', bold: true }, { text: ' hai bốn' }] },
    ]);
  });
});

/** Random edits of a text, each new word told apart by its author. */
function edited({ below, pick }: Chance, base: string[], author: string, count: number): string[] {
  const body = [...base];
  for (let i = 0; i < count; i++) {
    const word = `${author}${i}`;
    const at = below(body.length + 1);
    const kind = pick(['write', 'write', 'insert', 'insert', 'remove'] as const);
    if (kind === 'insert' || body.length === 0) body.splice(at, 0, word);
    else if (kind === 'remove') body.splice(below(body.length), 1);
    else {
      const where = below(body.length);
      body[where] = `${body[where] ?? ''} ${word}`;
    }
  }
  return body;
}

test('whatever both sides do, every word that either wrote last is in the result or shown in a clash', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = chance(seed);
    const base = Array.from({ length: random.below(9) }, (_, i) => `gốc${i}`);
    const mine = edited(random, base, 'tôi', 1 + random.below(6));
    const theirs = edited(random, base, 'lan', 1 + random.below(6));
    const merged = merge(article(base), article(mine), article(theirs));
    const sides = merged.clashes.flatMap((clash) =>
      clash.kind === 'blocks' ? [clash.mine, clash.theirs] : [],
    );
    const settled = merged.parts.flatMap((part) => (part.kind === 'settled' ? part.blocks : []));
    const shown = JSON.stringify([settled, sides]);
    const whole = JSON.stringify(merged.content.body);
    const words = [...mine, ...theirs]
      .join(' ')
      .split(' ')
      .filter((word) => /^(tôi|lan)/.test(word));
    for (const word of words) {
      expect(shown.includes(word), `seed ${seed}: ${word} in the view`).toBe(true);
      expect(whole.includes(word), `seed ${seed}: ${word} in the whole`).toBe(true);
    }
    // What neither side touched stays, once and in its order.
    const kept = base.filter((each) => mine.includes(each) && theirs.includes(each));
    expect(
      texts(merged.content).filter((each) => kept.includes(each)),
      `seed ${seed}`,
    ).toEqual(kept);
  }
});

test('joined with the text it began at, either side is itself', () => {
  for (let seed = 1; seed <= 100; seed++) {
    const random = chance(seed);
    const base = Array.from({ length: random.below(9) }, (_, i) => `gốc${i}`);
    const other = article(edited(random, base, 'x', 4));
    expect(merge(article(base), other, article(base))).toMatchObject({ content: other, clashes: [] });
    expect(merge(article(base), article(base), other)).toMatchObject({ content: other, clashes: [] });
  }
});

test('what differs in spaces at the ends and empty paragraphs is the same text', () => {
  const typed = article(['một ', '', 'hai'], { title: ' Tựa  bài ' });
  expect(same(tidy(typed), tidy(article(['một', 'hai'], { title: 'Tựa bài' })))).toBe(true);
});
