import { expect, test } from 'vitest';
import { keptOfArticles } from '#lib/page-cache/kept-articles.ts';
import { withTags } from '#lib/page-cache/making.ts';
import { expireTags } from '#lib/page-cache/store.ts';
import { articleTag, siteTag } from '#lib/page-cache/tags.ts';

interface Titled {
  id: number;
  title: string;
}

/** A list's read of articles under a name of its own, and which were asked for each time. */
function reading(name: string) {
  const titles = new Map([1, 2, 3].map((id) => [id, `Bài ${id}`]));
  const asked: number[][] = [];
  const read = async (ids: number[]): Promise<Titled[]> => {
    asked.push(ids);
    return ids.flatMap((id) => {
      const title = titles.get(id);
      return title === undefined ? [] : [{ id, title }];
    });
  };
  const list = async (ids: number[]) => {
    const { result } = await withTags(() => keptOfArticles(name, ids, read));
    return ids.map((id) => result.get(id)?.title);
  };
  return { titles, asked, read, list };
}

test('after a change of one article only that one is read again', async () => {
  const { titles, asked, list } = reading('one changes');
  await list([1, 2]);
  titles.set(2, 'Bài 2, đã sửa');
  expireTags([articleTag(2)]);
  expect(await list([3, 2, 1])).toEqual(['Bài 3', 'Bài 2, đã sửa', 'Bài 1']);
  expect(asked).toEqual([
    [1, 2],
    [3, 2],
  ]);
  expect(await list([1, 2, 3])).toEqual(['Bài 1', 'Bài 2, đã sửa', 'Bài 3']);
  expect(asked).toHaveLength(2);
});

test('a change of the whole site has all of them read again', async () => {
  const { asked, list } = reading('site changes');
  await list([1, 2]);
  expireTags([siteTag]);
  await list([1, 2]);
  expect(asked).toEqual([
    [1, 2],
    [1, 2],
  ]);
});

test('one that readers do not have is looked for each time', async () => {
  const { titles, list } = reading('not there');
  expect(await list([1, 9])).toEqual(['Bài 1', undefined]);
  titles.set(9, 'Bài 9');
  expect(await list([1, 9])).toEqual(['Bài 1', 'Bài 9']);
});

test('what was read while it changed is not taken a second time', async () => {
  const { titles, list, read } = reading('meanwhile');
  await withTags(() =>
    keptOfArticles('meanwhile', [1], async (ids) => {
      const old = await read(ids);
      titles.set(1, 'Bài 1, đã sửa');
      expireTags([articleTag(1)]);
      return old;
    }),
  );
  expect(await list([1])).toEqual(['Bài 1, đã sửa']);
});

test('where no page is made, as in the newsroom, it is read each time', async () => {
  const { titles, list, read } = reading('newsroom');
  await list([1]);
  titles.set(1, 'Bài 1, chưa báo');
  const now = await keptOfArticles('newsroom', [1], read);
  expect(now.get(1)?.title).toBe('Bài 1, chưa báo');
});
