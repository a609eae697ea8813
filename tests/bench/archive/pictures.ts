import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type pg from 'pg';
import { checkPicture } from '#lib/media/check-picture.ts';
import { averageColor, widthsFor } from '#lib/media/make-renditions.ts';
import { pictureFolders } from '#lib/media/picture-folders.ts';
import { pictureSearchText } from '#lib/media/picture-select.ts';
import { pictureKey, type StoredPicture, storePicture } from '#lib/media/store-picture.ts';
import type { SampleArticle, SamplePhoto } from './sample.ts';

export interface ArchivePicture extends SamplePhoto {
  id: number;
  key: string;
  /** The top sections of the sample that show it. */
  tops: string[];
}

/** As storePicture has it, but that no file is made: a page can be made without them. */
async function lookAt(file: string): Promise<StoredPicture> {
  const bytes = readFileSync(file);
  const { type, width, height } = await checkPicture(bytes);
  return {
    key: pictureKey(bytes),
    originalName: basename(file),
    originalType: type,
    originalBytes: bytes.length,
    width,
    height,
    renditions: widthsFor(width),
    dominantColor: await averageColor(file),
  };
}

/**
 * The sample newspaper's photos, which all articles of an archive share.
 * @param media  the data folder to make their files in; null: there are none, which takes a minute less
 */
export async function addPictures(
  client: pg.Client,
  sample: readonly SampleArticle[],
  media: string | null,
): Promise<ArchivePicture[]> {
  const byFile = new Map<string, SamplePhoto & { tops: string[] }>();
  for (const { section, photos } of sample) {
    const top = section.split('/')[0] ?? '';
    for (const photo of photos) {
      const known = byFile.get(photo.file);
      if (known) known.tops.push(top);
      else byFile.set(photo.file, { ...photo, tops: [top] });
    }
  }
  const pictures: ArchivePicture[] = [];
  for (const photo of byFile.values()) {
    const { file, alt, caption, credit } = photo;
    const stored = media
      ? await storePicture(readFileSync(file), basename(file), pictureFolders(media))
      : await lookAt(file);
    const { rows } = await client.query<{ id: number }>(
      `INSERT INTO picture (key, original_name, original_type, original_bytes, width, height, renditions, dominant_color,
         alt, caption, credit, search_text)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       ON CONFLICT (key) DO UPDATE SET key = excluded.key RETURNING id`,
      [
        stored.key,
        stored.originalName,
        stored.originalType,
        stored.originalBytes,
        stored.width,
        stored.height,
        stored.renditions,
        stored.dominantColor,
        alt,
        caption,
        credit,
        pictureSearchText({ originalName: stored.originalName, caption, credit }),
      ],
    );
    pictures.push({ ...photo, id: rows[0]?.id ?? 0, key: stored.key });
  }
  return pictures;
}
