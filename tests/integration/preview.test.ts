import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePreview, readPreview } from '#lib/articles/preview.ts';
import { makePreviewLink, readPreviewLink } from '#lib/articles/preview-link.ts';
import { db } from '#lib/db.ts';
import { NotAllowed } from '#lib/site/problems.ts';
import type { Actor } from '#lib/staff/types.ts';
import { makeActor, makeArticle, makeSection, type } from '#tests/support/articles.ts';
import { freshDatabase } from '#tests/support/database.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let news: number;
let city: number;
let sport: number;
let editor: Actor;

beforeAll(async () => {
  process.env['AUTH_SECRET'] = 'a secret of the tests, long enough';
  database = await freshDatabase();
  news = await makeSection('Thời sự');
  city = await makeSection('Thời sự', 'Đô thị');
  sport = await makeSection('Thể thao');
  editor = await makeActor('editor', ['thoi-su']);
});
afterAll(() => database.close());

describe('a preview', () => {
  test('shows what is written, with all that readers’ pages show', async () => {
    const out = await makeArticle({ status: 'published', content: { title: 'Đã đăng', categoryId: news } });
    const draft = await makeArticle({ content: { title: 'Chưa đăng', categoryId: news } });
    const id = await makeArticle({
      by: editor,
      content: {
        title: 'Bài đang viết',
        categoryId: city,
        tags: ['cầu đường', 'Sông Trầm'],
        bylines: ['Lê Thu Hành'],
        picks: [out, draft],
        agency: 'NBMH',
      },
    });
    const { article, state } = await readPreview(editor, id);
    expect(state).toBe('unpublished');
    expect(article).toMatchObject({
      title: 'Bài đang viết',
      agency: 'NBMH',
      sections: [
        { name: 'Thời sự', href: '/thoi-su' },
        { name: 'Đô thị', href: '/thoi-su/do-thi' },
      ],
      section: { name: 'Đô thị' },
      tags: [{ name: 'cầu đường', href: '/tag/cau-duong' }, { name: 'Sông Trầm' }],
      bylines: [{ name: 'Lê Thu Hành', href: '/tac-gia/le-thu-hanh' }],
    });
    // A pick that readers can't read is not shown to them.
    expect(article.picks.map((pick) => pick.title)).toEqual(['Đã đăng']);
  });

  test('of a published article shows the changes that readers do not have', async () => {
    const id = await makeArticle({
      by: editor,
      status: 'published',
      content: { title: 'Bản cũ', categoryId: news },
    });
    expect((await readPreview(editor, id)).state).toBe('published');
    await type(editor, id, {
      title: 'Bản mới',
      categoryId: news,
      tags: ['thẻ chưa có'],
      bylines: ['Bút danh mới'],
    });
    const { article, state } = await readPreview(editor, id);
    expect(state).toBe('changed');
    expect(article.title).toBe('Bản mới');
    expect(article.tags).toMatchObject([{ name: 'thẻ chưa có', href: '/tag/the-chua-co' }]);
    expect(article.bylines).toEqual([{ name: 'Bút danh mới', href: '/tac-gia/but-danh-moi' }]);
  });

  test('of an article that hardly exists yet is a page all the same', async () => {
    const id = await makeArticle({
      by: editor,
      content: { title: '', sapo: '', categoryId: null, body: [], tags: [] },
    });
    const { article } = await readPreview(editor, id);
    expect(article).toMatchObject({
      section: { name: 'Chưa có chuyên mục', href: '/' },
      cover: null,
      body: [],
    });
  });

  test('is for those who may read the article', async () => {
    const id = await makeArticle({ content: { categoryId: sport } });
    await expect(readPreview(editor, id)).rejects.toThrow(NotAllowed);
  });
});

describe('a link to a preview', () => {
  const now = new Date('2026-11-22T10:00:00.500Z');
  const hour = 60 * 60 * 1000;
  const later = (ms: number) => new Date(now.getTime() + ms);

  async function link(hours: 24 | 72 | 168 = 24): Promise<{ id: number; code: string; until: Date }> {
    const id = await makeArticle({ by: editor, content: { categoryId: news } });
    const { url, until } = await makePreviewLink(editor, { id, hours }, now);
    expect(url).toMatch(/^http:\/\/localhost:\d+\/xem-truoc\/[\w-]+$/);
    return { id, code: url.split('/').at(-1) ?? '', until };
  }

  test.each([24, 72, 168] as const)(
    'made for %d hours is good until then and not a second longer',
    async (hours) => {
      const { id, code, until } = await link(hours);
      expect(readPreviewLink(code, now)).toBe(id);
      expect(readPreviewLink(code, later(hours * hour))).toBe(id);
      expect(readPreviewLink(code, later(hours * hour + 1000))).toBeNull();
      expect(Math.round((until.getTime() - now.getTime()) / hour)).toBe(hours);
    },
  );

  test('can’t be stretched, turned to another article, or made up', async () => {
    const { id, code } = await link();
    const [, until = '', signature = ''] = code.match(/^\d+-(\d+)-(.+)$/) ?? [];
    const other = await link();
    const forged = [
      `${id}-${Number(until) + 3600}-${signature}`,
      `${other.id}-${until}-${signature}`,
      `${id}-${until}-${'A'.repeat(43)}`,
      `${id}-${until}-${signature.slice(0, -1)}`,
      `${id}-${until}-${signature}x`,
      `0${id}-${until}-${signature}`,
      `${id}-${until}`,
      '',
      'x'.repeat(10_000),
    ];
    for (const one of forged) expect(readPreviewLink(one, now), one.slice(0, 80)).toBeNull();
  });

  test('is worth nothing where the secret is another', async () => {
    const { code } = await link();
    process.env['AUTH_SECRET'] = 'another secret of the tests, long enough';
    expect(readPreviewLink(code, now)).toBeNull();
    process.env['AUTH_SECRET'] = 'a secret of the tests, long enough';
  });

  test('shows what is written when it is opened, and nothing once the article is gone', async () => {
    const { id, code } = await link();
    await type(editor, id, { title: 'Sửa sau khi gửi liên kết', categoryId: news });
    expect((await makePreview(readPreviewLink(code, now) ?? 0)).article.title).toBe(
      'Sửa sau khi gửi liên kết',
    );
    await db().article.delete({ where: { id } });
    await expect(makePreview(readPreviewLink(code, now) ?? 0)).rejects.toThrow('Không tìm thấy bài');
  });

  test('is written down: who made it, for what, until when', async () => {
    const { id, until } = await link(72);
    expect(await db().auditEntry.findFirst({ where: { subjectId: id } })).toMatchObject({
      action: 'article.preview_link',
      actorId: editor.id,
      at: now,
      details: { until: until.toISOString() },
    });
  });

  test('is made by those who may read the article', async () => {
    const id = await makeArticle({ content: { categoryId: sport } });
    await expect(makePreviewLink(editor, { id, hours: 24 }, now)).rejects.toThrow(NotAllowed);
    expect(await db().auditEntry.count({ where: { subjectId: id } })).toBe(0);
  });
});
