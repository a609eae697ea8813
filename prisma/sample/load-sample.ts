import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { db } from '#lib/db.ts';
import { importArticles } from '#lib/import/import-articles.ts';
import { showProgress } from '#lib/import/progress.ts';
import { pictureFolders } from '#lib/media/picture-folders.ts';
import { slugOf } from '#lib/site/text.ts';
import { begun, ended } from './needs-sample.ts';
import { bylines, sections, topics } from './newspaper.ts';
import { moveToNow, shiftDays } from './sample-dates.ts';

const folder = join(process.cwd(), 'prisma', 'sample', 'articles');

async function makeSections(): Promise<void> {
  for (const [position, { name, description, children = [] }] of sections.entries()) {
    const slug = slugOf(name);
    const data = { name, slug, path: slug, description, position };
    const parent = await db().category.upsert({ where: { path: slug }, create: data, update: {} });
    await db().category.createMany({
      data: children.map((child, place) => ({
        name: child.name,
        description: child.description,
        slug: slugOf(child.name),
        path: `${slug}/${slugOf(child.name)}`,
        parentId: parent.id,
        position: place,
      })),
      skipDuplicates: true,
    });
  }
  await db().topic.createMany({
    data: topics.map((topic) => ({ ...topic, slug: slugOf(topic.name) })),
    skipDuplicates: true,
  });
  await db().byline.createMany({
    data: bylines.map((byline) => ({ ...byline, slug: slugOf(byline.name) })),
    skipDuplicates: true,
  });
}

/**
 * Loads the sample newspaper, its dates moved so that its newest article is of today. Interrupted, it is taken up again
 * by the next start.
 * @throws Error if one of its own files is bad: a mistake in the sample, not of whoever starts the site
 */
export async function loadSampleNewspaper(now: Date): Promise<void> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort();
  const texts = files.map((name) => readFileSync(join(folder, name), 'utf8'));
  const days = shiftDays(texts, now);
  await db().auditEntry.create({ data: begun });
  await makeSections();
  const sources = files.map((name) => {
    const path = join(folder, name);
    const read = async () => new TextEncoder().encode(moveToNow(await readFile(path, 'utf8'), days));
    return { name, path, folder, read };
  });
  const progress = showProgress('  Loading the sample newspaper');
  const report = await importArticles(sources, {
    folders: pictureFolders(process.env['DATA_DIR'] || '.data'),
    actor: null,
    now,
    onProgress: progress.update,
  });
  progress.end();
  const wrong = [...report.problems, ...report.warnings];
  if (wrong.length > 0) throw new Error(`The sample newspaper has mistakes:\n${wrong.join('\n')}`);
  await db().auditEntry.create({ data: ended });
}
