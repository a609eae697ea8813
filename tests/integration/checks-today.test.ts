import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCheck } from '#lib/articles/checks.ts';
import * as verbs from '#lib/articles/publishing.ts';
import { db } from '#lib/db.ts';
import { Invalid } from '#lib/site/problems.ts';
import type { Actor } from '#lib/staff/types.ts';
import {
  changeSettings,
  makeActor,
  makeArticle,
  makeSection,
  seen,
  wholeContent,
} from '#tests/support/articles.ts';
import { freshDatabase } from '#tests/support/database.ts';

// The checks with what the paper knows: its other headlines of the day, its own rules.

let database: Awaited<ReturnType<typeof freshDatabase>>;
let news: number;
let chief: Actor;

beforeAll(async () => {
  database = await freshDatabase();
  news = await makeSection('Thời sự');
  chief = await makeActor('editor_in_chief');
});
afterAll(() => database.close());

const title = 'Giá nước sạch tăng';
const draft = async () => await makeArticle({ content: { categoryId: news, title } });
/** What stops an article of this headline from going out at a moment. */
async function stopsAt(moment: string): Promise<string[]> {
  const id = await draft();
  const content = wholeContent({ categoryId: news, title });
  const { stops } = await readCheck(db(), id, content, new Date(moment));
  return stops.map((stop) => stop.field);
}

test('a headline is used once on a day, and the day is Viet Nam’s', async () => {
  // 23:30 on the 21st in Viet Nam, 16:30 in London.
  const at = new Date('2026-11-21T23:30:00+07:00');
  await makeArticle({ status: 'published', at, content: { categoryId: news, title: 'GIÁ NƯỚC SẠCH TĂNG' } });
  expect(await stopsAt('2026-11-21T06:00:00+07:00')).toEqual(['title']);
  expect(await stopsAt('2026-11-22T00:01:00+07:00')).toEqual([]);
  expect(await stopsAt('2026-11-20T23:59:00+07:00')).toEqual([]);
});

test('an article that is to go out that day has its headline already', async () => {
  const at = new Date('2026-12-05T18:00:00+07:00');
  await makeArticle({ status: 'scheduled', at, content: { categoryId: news, title } });
  expect(await stopsAt('2026-12-05T06:00:00+07:00')).toEqual(['title']);
  expect(await stopsAt('2026-12-06T06:00:00+07:00')).toEqual([]);
});

test('drafts and withdrawn articles hold no headline', async () => {
  const at = new Date('2026-12-10T08:00:00+07:00');
  await makeArticle({ status: 'withdrawn', at, content: { categoryId: news, title } });
  await draft();
  expect(await stopsAt('2026-12-10T09:00:00+07:00')).toEqual([]);
});

test('what is stopped is not published, and says where to mend it', async () => {
  const content = { categoryId: news, sapo: '' };
  const id = await makeArticle({ status: 'edited', content });
  const publish = verbs.publishArticle(chief, await seen(id), new Date());
  await expect(publish).rejects.toThrow(Invalid);
  await expect(publish).rejects.toMatchObject({ fields: { sapo: 'Bài chưa có sapo.' } });
  expect((await seen(id)).status).toBe('edited');
});

test('the paper’s own rule holds for scheduling as well', async () => {
  await changeSettings({ checks: { captionRequired: true } });
  await db().picture.create({
    data: {
      key: '0123456789abcdef01234567',
      originalName: 'a.jpg',
      originalType: 'image/jpeg',
      originalBytes: 1,
      width: 640,
      height: 480,
      renditions: [320],
      dominantColor: '#a0b0c0',
    },
  });
  const cover = { picture: '0123456789abcdef01234567', alt: 'Cầu', caption: '', credit: 'Khánh Vy' };
  const id = await makeArticle({ status: 'edited', content: { categoryId: news, cover } });
  const at = new Date(Date.now() + 60_000);
  const schedule = async () => await verbs.scheduleArticle(chief, { ...(await seen(id)), at }, new Date());
  await expect(schedule()).rejects.toMatchObject({ fields: { cover: expect.stringContaining('chú thích') } });
  await changeSettings({ checks: { captionRequired: false } });
  await schedule();
  expect((await seen(id)).status).toBe('scheduled');
});
