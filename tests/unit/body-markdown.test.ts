import { describe, expect, test } from 'vitest';
import { type Body, body as bodySchema } from '#lib/body/blocks.ts';
import { BodyProblem } from '#lib/body/body-problem.ts';
import { cleanBody } from '#lib/body/clean-body.ts';
import { markdownPhotos, readMarkdown, withPictures } from '#lib/body/from-markdown.ts';
import { writeMarkdown } from '#lib/body/to-markdown.ts';

const key = 'a1b2c3d4e5f6a1b2c3d4e5f6';
const read = (markdown: string): Body => withPictures(readMarkdown(markdown), () => key);
const write = (body: Body): string => writeMarkdown(body, () => '../photos/ảnh một.jpg');

function problem(markdown: string, firstLine = 1): string {
  try {
    readMarkdown(markdown, firstLine);
  } catch (error) {
    if (error instanceof BodyProblem) return `${error.line}: ${error.message}`;
    throw error;
  }
  return 'none';
}

describe('reading', () => {
  test('a paragraph with marks inside marks becomes runs', () => {
    expect(read('Ông **Lê *Hữu* Nghĩa** nói [**tại đây**](https://a.vn "bỏ").')).toEqual([
      {
        type: 'paragraph',
        line: [
          { text: 'Ông ' },
          { text: 'Lê ', bold: true },
          { text: 'Hữu', bold: true, italic: true },
          { text: ' Nghĩa', bold: true },
          { text: ' nói ' },
          { text: 'tại đây', bold: true, href: 'https://a.vn' },
          { text: '.' },
        ],
      },
    ]);
  });

  test('text becomes NFC, spaces become one', () => {
    expect(read('Đo\u0323c\u00a0 thêm\nnữa\u200b')).toEqual([
      { type: 'paragraph', line: [{ text: 'Đọc thêm nữa' }] },
    ]);
  });

  test('subheads, lists, a table', () => {
    expect(
      read('## Hai\n\n### Ba\n\n- một\n- **hai**\n\n1. a\n2. b\n\n| A | B |\n|---|--:|\n| 1 |\n'),
    ).toEqual([
      { type: 'heading', level: 2, line: [{ text: 'Hai' }] },
      { type: 'heading', level: 3, line: [{ text: 'Ba' }] },
      { type: 'list', ordered: false, items: [[{ text: 'một' }], [{ text: 'hai', bold: true }]] },
      { type: 'list', ordered: true, items: [[{ text: 'a' }], [{ text: 'b' }]] },
      {
        type: 'table',
        rows: [
          [[{ text: 'A' }], [{ text: 'B' }]],
          [[{ text: '1' }], []],
        ],
      },
    ]);
  });

  test('a quote, its source, and a pull-out', () => {
    expect(read('> Một.\n> Vẫn một.\n>\n> Hai.\n> — Bà **Nhàn**, 63 tuổi')).toEqual([
      {
        type: 'quote',
        lines: [[{ text: 'Một. Vẫn một.' }], [{ text: 'Hai.' }]],
        cite: 'Bà Nhàn, 63 tuổi',
      },
    ]);
    expect(read('> Chỉ một dòng.')).toEqual([{ type: 'quote', lines: [[{ text: 'Chỉ một dòng.' }]] }]);
    for (const mark of ['[!trích]', '[!trich]', '[!TRÍCH]']) {
      expect(read(`> ${mark}\n> Câu nói\n> lớn.`)).toEqual([
        { type: 'pullout', line: [{ text: 'Câu nói lớn.' }] },
      ]);
    }
  });

  test('a hard break begins a new paragraph, or a new line of a quote', () => {
    expect(read('một  \nhai\\\nba')).toHaveLength(3);
    expect(read('> một  \n> hai')).toEqual([
      { type: 'quote', lines: [[{ text: 'một' }], [{ text: 'hai' }]] },
    ]);
  });

  test.each([
    ['Chú thích | Lê Hà', 'Chú thích', 'Lê Hà'],
    ['Chú thích', 'Chú thích', ''],
    ['a | b | Lê Hà', 'a | b', 'Lê Hà'],
    [' | Lê Hà', '', 'Lê Hà'],
    ['a|b', 'a|b', ''],
  ])('the photo title "%s"', (title, caption, credit) => {
    expect(read(`![Mô tả](../photos/b.jpg "${title}")`)).toEqual([
      { type: 'photo', picture: key, alt: 'Mô tả', caption, credit },
    ]);
  });

  test('photos on neighbouring lines are a gallery', () => {
    expect(read('![Một](a.jpg "Cầu | Lê Hà")\n![Hai](b.jpg)\n\n![Ba](c.jpg)')).toEqual([
      {
        type: 'gallery',
        photos: [
          { picture: key, alt: 'Một', caption: 'Cầu', credit: 'Lê Hà' },
          { picture: key, alt: 'Hai', caption: '', credit: '' },
        ],
      },
      { type: 'photo', picture: key, alt: 'Ba', caption: '', credit: '' },
    ]);
    expect(markdownPhotos(readMarkdown('Một.\n\n![x](b.jpg)\n![y](c.jpg)', 10))).toMatchObject([
      { file: 'b.jpg', line: 12 },
      { file: 'c.jpg', line: 13 },
    ]);
  });

  test.each(['[!liên quan]', '[!lien quan]', '[!LIÊN QUAN]'])('%s begins a box of articles', (mark) => {
    const box = {
      type: 'related',
      articles: [
        { id: null, title: 'Cầu Trầm đóng để sửa' },
        { id: null, title: 'Lũ về sớm' },
      ],
    };
    expect(read(`> ${mark}\n> - Cầu Trầm *đóng*\n>   để sửa\n> - [Lũ về sớm](/lu-ve-som-3.html)`)).toEqual([
      box,
    ]);
    expect(readMarkdown(`> ${mark}\n> - a\n> - b`, 7)).toMatchObject([{ names: [{ line: 8 }, { line: 9 }] }]);
  });

  test('an address with its title in quotes is a card', () => {
    const card = {
      type: 'embed',
      provider: 'link',
      href: 'https://example.vn/a_b?c=1&d=*2*',
      title: 'Nước "lên"',
    };
    expect(read('https://example.vn/a_b?c=1&d=*2* "Nước "lên""')).toEqual([card]);
    expect(read('https://example.vn/a_b?c=1&d=*2* ""')).toEqual([{ ...card, title: '' }]);
  });

  test('a photo tells its file and its line', () => {
    expect(readMarkdown('Một.\n\n![x](../photos/b.jpg)', 10)).toContainEqual({
      type: 'photo',
      file: '../photos/b.jpg',
      line: 12,
      alt: 'x',
      caption: '',
      credit: '',
    });
  });

  test.each([
    'https://www.youtube.com/watch?v=_b_-efghij_',
    'https://youtu.be/_b_-efghij_?t=10',
    'https://m.youtube.com/watch?app=x&v=_b_-efghij_',
    'https://www.youtube.com/shorts/_b_-efghij_',
  ])('%s alone is a video', (address) => {
    expect(read(address)).toEqual([{ type: 'embed', provider: 'youtube', id: '_b_-efghij_', title: '' }]);
    expect(read(`${address} "Lễ *khánh* thành"`)).toEqual([
      { type: 'embed', provider: 'youtube', id: '_b_-efghij_', title: 'Lễ *khánh* thành' },
    ]);
    expect(read(`Xem ${address}`)[0]?.type).toBe('paragraph');
  });

  test('another address alone is a link', () => {
    const line = [{ text: 'https://example.vn/a_b_c', href: 'https://example.vn/a_b_c' }];
    expect(read('https://example.vn/a_b_c')).toEqual([{ type: 'paragraph', line }]);
  });

  test('what says nothing is left out', () => {
    expect(read('\n\n&nbsp;\n\n-\n\n> \n')).toEqual([]);
  });
});

describe('refusing', () => {
  test.each([
    ['# To', 'headline'],
    ['#### Nhỏ', '## or ###'],
    ['<div>a</div>', 'HTML'],
    ['a <b>đậm</b>', 'HTML'],
    ['<!-- ghi chú -->', 'HTML'],
    ['<script>alert(1)</script>', 'HTML'],
    ['Trong ![x](a.jpg) câu', 'paragraph of its own'],
    ['- ![x](a.jpg)', 'paragraph of its own'],
    ['```\ncode\n```', 'code'],
    ['    bốn dấu cách', 'code'],
    ['chữ `mã`', 'code'],
    ['Câu[^1].', 'footnotes'],
    ['[^1]: Ghi chú', 'footnotes'],
    ['[a]: https://a.vn', 'address'],
    ['- a\n  - b', 'list inside a list', 2],
    ['- a\n\n  b', 'one paragraph', 3],
    ['2025. Năm', 'begins at 1'],
    ['> ## Trong', 'paragraphs only'],
    ['> - Nguồn', 'long dash'],
    ['> [!trích]\n> a\n>\n> b', 'one paragraph', 4],
    ['> [!liên quan]', 'list of articles'],
    ['> [!liên quan]\n> - a\n>\n> b', 'list of articles'],
    [`> [!liên quan]\n${'> - a\n'.repeat(11)}`, '10 articles'],
    ['> [!liên quan]\n> - a\n>   - b', 'one headline', 2],
    ['![x](a.jpg)\n'.repeat(61), '60 photos'],
    ['a\n\n***', 'line across', 3],
    ['[x](javascript:alert(1))', 'a link begins with'],
    ['[x](data:text/html,1)', 'a link begins with'],
    ['| A |\n|---|\n| 1 | 2 |', 'cells', 3],
  ])('%s', (markdown, words, line = 1) => {
    const found = problem(markdown, 5);
    expect(found).toContain(words);
    expect(found).toMatch(new RegExp(`^${line + 4}: `));
  });
});

/** Numbers that look like chance and are the same at every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * sides);
  };
}

const pieces =
  '# |## |Ổ|ễ|Ặ|b |c|. |*|**|_|[|](|![|[!trích]|[^1]|<b>|&amp;|&|1. |- |+ |> |— |\\|`|“|”|(|)|"|\'|https://x.vn|https://youtu.be/abcdefghijk|,|…|=|---|~|%|2025. |\n|  |e\u0301|:|/|{{|$|<|>|](x)|\u200b'
    .split('|')
    .concat('|', ' | ', '|---|');
const cards = ['https://a.vn', 'http://a.vn/x_y*z?[b]=(c)&amp;|\\#d', 'https://youtu.be/abcdefghijk'];
const links = ['https://a.vn/x_y*z', '/b', 'mailto:a@b.vn', 'https://a.vn/(x) y"'];

/** Bodies made of what Markdown takes for signs of its own. */
function anyBody(roll: (sides: number) => number): Body {
  const some = <T>(most: number, make: () => T) => Array.from({ length: 1 + roll(most) }, make);
  const text = () => some(5, () => pieces[roll(pieces.length)] ?? '').join('');
  const run = () => ({
    text: text(),
    ...(roll(3) === 0 && { bold: true }),
    ...(roll(3) === 0 && { italic: true }),
    ...(roll(5) === 0 && { href: links[roll(links.length)] }),
  });
  const line = () => some(4, run);
  const table = () => {
    const columns = 1 + roll(3);
    const row = () => Array.from({ length: columns }, () => (roll(4) > 0 ? line() : []));
    return { type: 'table', rows: some(3, row) };
  };
  const kinds = [
    () => ({ type: 'paragraph', line: line() }),
    () => ({ type: 'heading', level: 2 + roll(2), line: line() }),
    () => ({ type: 'list', ordered: roll(2) === 0, items: some(3, line) }),
    () => ({ type: 'quote', lines: some(3, line), ...(roll(2) === 0 && { cite: text() }) }),
    () => ({ type: 'pullout', line: line() }),
    table,
    () => ({ type: 'photo', picture: key, alt: text(), caption: text(), credit: roll(2) ? text() : '' }),
    () => ({
      type: 'gallery',
      photos: some(3, () => ({ picture: key, alt: text(), caption: text(), credit: text() })),
    }),
    () => ({ type: 'related', articles: some(3, () => ({ id: null, title: text() })) }),
    () => ({ type: 'embed', provider: 'link', href: cards[roll(cards.length)], title: text() }),
    () => ({ type: 'embed', provider: 'youtube', id: '_b_-efghij_', title: roll(2) ? text() : '' }),
  ];
  return bodySchema.parse(some(4, () => kinds[roll(kinds.length)]?.()));
}

test('blocks, to Markdown and back, are the same blocks', () => {
  const roll = dice(20_261_122);
  for (let round = 0; round < 2000; round++) {
    const body = cleanBody(anyBody(roll));
    expect(cleanBody(body)).toEqual(body);
    const markdown = write(body);
    expect(read(markdown), markdown).toEqual(body);
  }
});

test.each([
  ['a dash that is speech', [{ type: 'quote', lines: [[{ text: 'Hỏi:' }], [{ text: '— Đi đâu?' }]] }]],
  ['an address that is only text', [{ type: 'paragraph', line: [{ text: 'https://youtu.be/abcdefghijk' }] }]],
  [
    'an address that links to a video',
    [
      {
        type: 'paragraph',
        line: [{ text: 'https://youtu.be/abcdefghijk', href: 'https://youtu.be/abcdefghijk' }],
      },
    ],
  ],
  ['a quote that looks like a pull-out', [{ type: 'quote', lines: [[{ text: '[!trích] a' }]] }]],
  [
    'two lists one after the other',
    [
      { type: 'list', ordered: false, items: [[{ text: 'a' }]] },
      { type: 'list', ordered: false, items: [[{ text: 'b' }]] },
      { type: 'list', ordered: true, items: [[{ text: 'c' }]] },
      { type: 'list', ordered: true, items: [[{ text: 'd' }]] },
    ],
  ],
  ['bars in a credit', [{ type: 'photo', picture: key, alt: '', caption: 'a | b', credit: '| x | y || z' }]],
])('%s', (_, given) => {
  const body = bodySchema.parse(given);
  expect(read(write(body))).toEqual(body);
});
