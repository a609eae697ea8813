import type pg from 'pg';
import type { Draw } from '#tests/support/random.ts';
import { archiveYears } from './calendar.ts';
import { addNamed, different, type Named } from './named.ts';
import { nameAt } from './names.ts';

/** A running story: what it is called, where it stands, and when it runs. */
export interface Story extends Named {
  top: string;
  /** Parts of the archive's length, 0–1. */
  from: number;
  to: number;
  /** Who and what it is about. */
  people: string[];
  place: string;
}

const subjects = [
  'Cầu',
  'Khu đô thị',
  'Bão vào',
  'Vụ án ở',
  'Nhà máy',
  'Mùa lũ',
  'Lễ hội',
  'Tuyến đường',
  'Đại hội',
  'Giải đấu',
];

/**
 * The running stories of an archive: one for 1,500 articles. Each runs for a week to three years, most of them shortly;
 * those that have ended long ago are closed.
 */
export async function addStories(
  client: pg.Client,
  draw: Draw,
  { articles, until, tops }: { articles: number; until: Date; tops: readonly string[] },
): Promise<Story[]> {
  const count = Math.max(4, Math.round(articles / 1500));
  const names = different(
    count,
    [],
    (n) =>
      `${subjects[n % subjects.length]} ${nameAt('place', Math.floor(n / 3))} ${until.getUTCFullYear() - (n % archiveYears)}`,
  );
  const made = await addNamed(client, 'topic', names);
  const stories = made.map((named, index) => {
    const from = (index + draw.next()) / made.length;
    const days = 7 * 150 ** draw.next();
    return {
      ...named,
      top: draw.one(tops),
      from,
      to: from + days / (archiveYears * 365),
      people: [0, 1, 2].map((n) => nameAt('person', 300_000 + index * 3 + n)),
      place: named.name.split(' ').slice(-3, -1).join(' '),
    };
  });
  const closed = stories.filter((story) => story.to < 0.97).map((story) => story.id);
  await client.query('UPDATE topic SET closed_at = $2 WHERE id = ANY ($1) AND closed_at IS NULL', [
    closed,
    until,
  ]);
  return stories;
}
