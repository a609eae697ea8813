import type pg from 'pg';
import { slugOf } from '#lib/site/text.ts';
import { sections } from '#prisma/sample/newspaper.ts';
import { Draw } from '#tests/support/random.ts';
import { addNamed, different, type Named } from './named.ts';
import { type NameKind, nameAt } from './names.ts';
import { type ArchivePicture, addPictures } from './pictures.ts';
import type { SampleArticle } from './sample.ts';
import { addStaff } from './staff.ts';
import { addStories, type Story } from './stories.ts';

// What stands in an archive beside its articles. All of it is made from the seed and the size alone, and what is there
// already is left as it is: an archive that was interrupted goes on.

export interface ArchiveSection {
  id: number;
  /** "thoi-su/giao-thong" */
  path: string;
  /** Its parent's path, or its own. */
  top: string;
  names: string[];
  /** Of a thousand articles, how many stand in it. */
  share: number;
}

/** A tag, with the top section it is used in most. */
export interface ArchiveTag extends Named {
  home: string;
}

export interface Paper {
  sections: ArchiveSection[];
  tags: ArchiveTag[];
  bylines: Named[];
  staff: number[];
  stories: Story[];
  pictures: ArchivePicture[];
}

/** Of a thousand articles: short news is the most of a paper that comes out all day. */
const shares: Record<string, number> = {
  'tin-tuc': 440,
  'thoi-su': 60,
  'thoi-su/do-thi': 50,
  'thoi-su/giao-thong': 50,
  'kinh-te': 60,
  'kinh-te/doanh-nghiep': 40,
  'kinh-te/nong-nghiep': 40,
  'van-hoa': 75,
  'giao-duc': 60,
  'suc-khoe': 45,
  'the-thao': 60,
  'khoa-hoc': 20,
};

async function addSections(client: pg.Client): Promise<ArchiveSection[]> {
  const made: ArchiveSection[] = [];
  const add = async (name: string, parent: ArchiveSection | null, position: number, description: string) => {
    const path = parent ? `${parent.path}/${slugOf(name)}` : slugOf(name);
    const { rows } = await client.query<{ id: number }>(
      `INSERT INTO category (name, slug, path, parent_id, position, description, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, now()) ON CONFLICT (path) DO UPDATE SET path = excluded.path RETURNING id`,
      [name, slugOf(name), path, parent?.id ?? null, position, description],
    );
    const names = parent ? [...parent.names, name] : [name];
    const section = {
      id: rows[0]?.id ?? 0,
      path,
      top: parent?.path ?? path,
      names,
      share: shares[path] ?? 0,
    };
    made.push(section);
    return section;
  };
  for (const [position, { name, description, children = [] }] of sections.entries()) {
    const top = await add(name, null, position, description);
    for (const [place, child] of children.entries()) await add(child.name, top, place, child.description);
  }
  return made;
}

const kindsOfTags: NameKind[] = ['place', 'organisation', 'person', 'place'];

/** A larger archive has more tags, but not in proportion: 470 for 1,000 articles, 36,000 for a million. */
async function addTags(
  client: pg.Client,
  articles: number,
  sample: readonly SampleArticle[],
  tops: readonly string[],
): Promise<ArchiveTag[]> {
  const homes = new Map(
    sample.flatMap(({ section, tags }) => tags.map((tag) => [tag, section.split('/')[0] ?? ''] as const)),
  );
  const names = different(Math.round(6 * articles ** 0.63), [...homes.keys()], (n) =>
    nameAt(kindsOfTags[n % 4] ?? 'place', Math.floor(n / 4)),
  );
  const made = await addNamed(client, 'tag', names);
  return made.map((tag, index) => ({ ...tag, home: homes.get(tag.name) ?? tops[index % tops.length] ?? '' }));
}

/** The paper that an archive of so many articles is of. */
export async function makePaper(
  client: pg.Client,
  sample: readonly SampleArticle[],
  { articles, seed, until, media }: { articles: number; seed: number; until: Date; media: string | null },
): Promise<Paper> {
  const draw = new Draw(seed);
  const made = await addSections(client);
  const tops = [...new Set(made.map((section) => section.top))];
  const bylineCount = Math.round(12 + 1.2 * articles ** 0.42);
  const bylines = different(bylineCount, [], (n) => nameAt('person', n));
  return {
    sections: made,
    tags: await addTags(client, articles, sample, tops),
    bylines: await addNamed(client, 'byline', bylines),
    staff: await addStaff(client),
    stories: await addStories(client, draw, { articles, until, tops }),
    pictures: await addPictures(client, sample, media),
  };
}
