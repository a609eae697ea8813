import { getSchema, type JSONContent } from '@tiptap/core';
import { describe, expect, test } from 'vitest';
import { fromBlocks } from '#components/newsroom/editor/from-blocks.ts';
import { Embed, Gallery, Pending, Photo, RelatedBox } from '#components/newsroom/editor/nodes/atoms.ts';
import { textExtensions } from '#components/newsroom/editor/schema.ts';
import { placeOfBlock, toBlocks } from '#components/newsroom/editor/to-blocks.ts';
import { type Body, body as bodySchema } from '#lib/body/blocks.ts';

const schema = getSchema([...textExtensions, Photo, Gallery, RelatedBox, Embed, Pending]);
const picture = 'a1b2c3d4e5f6a1b2c3d4e5f6';
const photo = { picture, alt: 'Cầu', caption: 'Lúc sáng', credit: 'Lê Hà' };

const everyBlock: Body = [
  {
    type: 'paragraph',
    line: [
      { text: 'Ông ' },
      { text: 'Lê ', bold: true },
      { text: 'Hữu', bold: true, italic: true },
      { text: ' nói ', italic: true },
      { text: 'tại đây', bold: true, href: 'https://a.vn/x' },
      { text: ', ' },
      { text: 'hay', href: '/b-1.html' },
    ],
  },
  { type: 'heading', level: 2, line: [{ text: 'Hai ' }, { text: 'chữ', italic: true }] },
  { type: 'heading', level: 3, line: [{ text: 'Ba' }] },
  { type: 'list', ordered: false, items: [[{ text: 'một' }], [{ text: 'hai', bold: true }]] },
  { type: 'list', ordered: true, items: [[{ text: 'a' }]] },
  { type: 'quote', lines: [[{ text: 'Câu một.' }], [{ text: 'Câu hai.' }]], cite: 'Bà Nhàn, 63 tuổi' },
  { type: 'quote', lines: [[{ text: 'Không ai.' }]] },
  { type: 'pullout', line: [{ text: 'Câu lớn' }] },
  {
    type: 'table',
    rows: [
      [[{ text: 'A' }], [{ text: 'B' }]],
      [[{ text: '1', bold: true }], []],
    ],
  },
  { type: 'photo', ...photo },
  { type: 'gallery', photos: [photo, { ...photo, alt: '', caption: '', credit: '' }] },
  {
    type: 'related',
    articles: [
      { id: 3, title: 'Bài ba' },
      { id: null, title: 'Bài chưa có' },
    ],
  },
  { type: 'embed', provider: 'youtube', id: '_b_-efghij_', title: 'Lễ khánh thành' },
  { type: 'embed', provider: 'link', href: 'https://example.vn/a', title: '' },
];

/** Through the editor's own document, which refuses what its schema has no place for. */
function throughEditor(body: Body): Body {
  const doc = schema.nodeFromJSON(fromBlocks(body));
  doc.check();
  return bodySchema.parse(toBlocks(doc.toJSON()));
}

describe('blocks in the editor', () => {
  test.each(everyBlock.map((block) => [block.type, block] as const))(
    'a %s comes back as it was',
    (_, block) => {
      expect(throughEditor([block])).toEqual([block]);
    },
  );

  test('so does a body with all of them, and none at all', () => {
    expect(throughEditor(everyBlock)).toEqual(everyBlock);
    expect(throughEditor([])).toEqual([]);
  });

  test('there is always a paragraph to write on in, at the end', () => {
    expect(fromBlocks([{ type: 'photo', ...photo }]).content?.at(-1)?.type).toBe('paragraph');
    expect(fromBlocks([{ type: 'paragraph', line: [{ text: 'a' }] }]).content).toHaveLength(1);
  });
});

const paragraph = (text: string, marks: NonNullable<JSONContent['marks']> = []): JSONContent => ({
  type: 'paragraph',
  content: text ? [{ type: 'text', text, marks }] : [],
});

describe('what has no place in a body', () => {
  test('marks that it does not know, and links that may lead nowhere', () => {
    const strange = [{ type: 'underline' }, { type: 'textStyle', attrs: { color: 'red' } }, { type: 'bold' }];
    const bad = [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }];
    const doc = { type: 'doc', content: [paragraph('a', strange), paragraph('b', bad)] };
    expect(toBlocks(doc)).toEqual([
      { type: 'paragraph', line: [{ text: 'a', bold: true }] },
      { type: 'paragraph', line: [{ text: 'b' }] },
    ]);
  });

  test('what says nothing: empty lines, empty items, a picture on its way, an embed without an address', () => {
    const empty: JSONContent[] = [
      paragraph(''),
      paragraph(' \u00a0 '),
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('')] }] },
      { type: 'quote', content: [paragraph(''), { type: 'quoteSource' }] },
      {
        type: 'table',
        content: [{ type: 'tableRow', content: [{ type: 'tableHeader', content: [paragraph('')] }] }],
      },
      { type: 'pending', attrs: { upload: '1', name: 'a.jpg' } },
      { type: 'photo', attrs: { picture: null } },
      { type: 'gallery', attrs: { photos: [{ picture: 'x' }] } },
      { type: 'related', attrs: { articles: [] } },
      { type: 'embed', attrs: { provider: 'link', href: 'javascript:x' } },
      { type: 'embed', attrs: { provider: 'vimeo', id: '1' } },
      { type: 'unknown' },
    ];
    expect(toBlocks({ type: 'doc', content: empty })).toEqual([]);
  });

  test('a row that is too short is filled up', () => {
    const cell = (text: string) => ({ type: 'tableCell', content: [paragraph(text)] });
    const row = (...texts: string[]) => ({ type: 'tableRow', content: texts.map(cell) });
    const blocks = toBlocks({
      type: 'doc',
      content: [{ type: 'table', content: [row('a', 'b'), row('c')] }],
    });
    expect(bodySchema.parse(blocks)).toEqual([
      {
        type: 'table',
        rows: [
          [[{ text: 'a' }], [{ text: 'b' }]],
          [[{ text: 'c' }], []],
        ],
      },
    ]);
  });
});

test('a block of the saved body is found among the lines of the editor, the empty ones included', () => {
  const doc = { type: 'doc', content: [paragraph(''), paragraph('a'), paragraph(''), paragraph('b')] };
  expect([0, 1, 2].map((block) => placeOfBlock(doc, block))).toEqual([1, 3, -1]);
});
