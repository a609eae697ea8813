import { existsSync, symlinkSync } from 'node:fs';
import { readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { db } from '#lib/db.ts';
import { finishUpload } from '#lib/media/finish-upload.ts';
import { UploadStore } from '#lib/media/upload-store.ts';
import { Invalid, Missing, NotAllowed } from '#lib/site/problems.ts';
import type { Actor } from '#lib/staff/types.ts';
import { makeActor } from '#tests/support/articles.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { iptcNumbers, jpegWith } from '#tests/support/picture-metadata.ts';
import { makeTempFolder } from '#tests/support/temp-folder.ts';
import { ask, begin, metadata, patch, send } from '#tests/support/uploads.ts';

/** What goes wrong when a picture is made, where a test wants it to. */
const making = vi.hoisted((): { problem: Error | null } => ({ problem: null }));
vi.mock('#lib/media/store-picture.ts', async (original) => {
  const real = await original<typeof import('#lib/media/store-picture.ts')>();
  const storePicture: typeof real.storePicture = async (...given) => {
    if (making.problem) throw making.problem;
    return await real.storePicture(...given);
  };
  return { ...real, storePicture };
});

// Files coming in, as the route passes them on. What only a real connection can do is tested in the browser's tests.

let database: Awaited<ReturnType<typeof freshDatabase>>;
let reporter: Actor;
let other: Actor;
let folder = '';
const now = new Date();

beforeAll(async () => {
  database = await freshDatabase();
  reporter = await makeActor('reporter');
  other = await makeActor('editor');
});
afterAll(async () => {
  await database.close();
});
beforeEach(() => {
  folder = makeTempFolder('uploads');
  process.env['DATA_DIR'] = folder;
});
afterEach(async () => {
  await db().picture.deleteMany();
  delete process.env['DATA_DIR'];
  await rm(folder, { recursive: true, force: true });
});

const picture = async () => {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 };
  const create = { width: 400, height: 300, channels: 3 as const, noise, background: 'red' };
  return new Uint8Array(await sharp({ create }).jpeg().toBuffer());
};
const message = async (answer: Response): Promise<string> => {
  const body: unknown = await answer.json();
  return typeof body === 'object' && body !== null && 'message' in body ? String(body.message) : '';
};
const problem = async (work: Promise<unknown>): Promise<Error> => {
  const error = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  if (!(error instanceof Error)) throw new Error('it was not refused');
  return error;
};

describe('sending', () => {
  test('in pieces, asked in between where it stands', async () => {
    const bytes = await picture();
    const id = await begin(reporter, bytes.length, 'cầu.jpg');
    expect((await patch(reporter, id, 0, bytes.subarray(0, 1000))).headers.get('Upload-Offset')).toBe('1000');
    const standing = await ask(reporter, 'HEAD', id);
    expect(standing.headers.get('Upload-Offset')).toBe('1000');
    expect(standing.headers.get('Upload-Length')).toBe(String(bytes.length));
    expect((await patch(reporter, id, 1000, bytes.subarray(1000))).status).toBe(204);
    const made = await finishUpload(reporter, { id }, now);
    expect(made).toMatchObject({ name: 'cầu.jpg', width: 400, height: 300, uploadedBy: reporter.name });
    expect(await readFile(join(folder, 'originals', `${made.key}.jpg`))).toEqual(Buffer.from(bytes));
    expect(await readdir(join(folder, 'media'))).toHaveLength(3);
  });

  test('a piece that begins at the wrong place changes nothing', async () => {
    const bytes = await picture();
    const id = await begin(reporter, bytes.length);
    await patch(reporter, id, 0, bytes.subarray(0, 1000));
    const answer = await patch(reporter, id, 500, bytes.subarray(500));
    expect(answer.status).toBe(409);
    expect(await message(answer)).toContain('Thử lại');
    expect((await ask(reporter, 'HEAD', id)).headers.get('Upload-Offset')).toBe('1000');
  });

  test('of two that send the same piece at once, one is taken, and the file is right', async () => {
    const bytes = await picture();
    const id = await begin(reporter, bytes.length);
    const answers = await Promise.all([patch(reporter, id, 0, bytes), patch(reporter, id, 0, bytes)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    await expect(finishUpload(reporter, { id }, now)).resolves.toMatchObject({ width: 400 });
  });

  test('whoever comes back while the lost connection still hangs there goes on from what has arrived', async () => {
    const bytes = await picture();
    const id = await begin(reporter, bytes.length);
    const hanging = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(bytes.subarray(0, 1000)),
    });
    const lost = patch(reporter, id, 0, hanging);
    const path = join(folder, 'uploads', id);
    await expect.poll(async () => (await readFile(path)).length).toBe(1000);
    expect((await ask(reporter, 'HEAD', id)).headers.get('Upload-Offset')).toBe('1000');
    await lost.catch(() => undefined);
    expect((await patch(reporter, id, 1000, bytes.subarray(1000))).status).toBe(204);
    await expect(finishUpload(reporter, { id }, now)).resolves.toMatchObject({ width: 400 });
  });

  test('what breaks off in the middle keeps what has arrived', async () => {
    const bytes = await picture();
    const id = await begin(reporter, bytes.length);
    const breaking = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(bytes.subarray(0, 2000));
        setTimeout(() => controller.error(new Error('connection lost')), 50);
      },
    });
    await patch(reporter, id, 0, breaking);
    expect((await ask(reporter, 'HEAD', id)).headers.get('Upload-Offset')).toBe('2000');
    expect((await patch(reporter, id, 2000, bytes.subarray(2000))).status).toBe(204);
  });

  test('given up, nothing is left', async () => {
    const id = await begin(reporter, 1000);
    expect((await ask(reporter, 'DELETE', id)).status).toBe(204);
    expect(await readdir(join(folder, 'uploads'))).toEqual([]);
    await expect(ask(reporter, 'HEAD', id)).rejects.toBeInstanceOf(Missing);
  });
});

describe('refused at the door', () => {
  test('51 MB, before any of it is sent', async () => {
    const answer = await ask(reporter, 'POST', null, { 'Upload-Length': String(51 * 1024 * 1024) });
    expect(answer.status).toBe(413);
    expect(await message(answer)).toContain('50 MB');
    expect(existsSync(join(folder, 'uploads')) ? await readdir(join(folder, 'uploads')) : []).toEqual([]);
  });

  test('a file without a length', async () => {
    const answer = await ask(reporter, 'POST', null, { 'Upload-Defer-Length': '1' });
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });

  test('more than was announced, with and without saying so', async () => {
    const bytes = await picture();
    const id = await begin(reporter, 100);
    const said = await patch(reporter, id, 0, bytes);
    expect(said.status).toBe(413);
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(bytes);
        controller.close();
      },
    });
    expect((await patch(reporter, id, 0, stream)).status).toBe(413);
    expect((await readFile(join(folder, 'uploads', id))).length).toBeLessThanOrEqual(100);
  });

  test('less than was announced is no picture yet', async () => {
    const bytes = await picture();
    const id = await begin(reporter, bytes.length + 10);
    await patch(reporter, id, 0, bytes);
    expect((await problem(finishUpload(reporter, { id }, now))).message).toContain('chưa tải lên hết');
  });

  test.each(['..%2f..%2fauth-secret', '../../auth-secret', 'x'.repeat(32), '0'.repeat(31), '0'.repeat(32)])(
    'an upload called "%s"',
    async (id) => {
      await expect(ask(reporter, 'HEAD', id)).rejects.toBeInstanceOf(Missing);
      await expect(finishUpload(reporter, { id }, now)).rejects.toBeInstanceOf(Missing);
    },
  );

  test('somebody else’s upload', async () => {
    const bytes = await picture();
    const id = await send(reporter, bytes);
    for (const method of ['HEAD', 'DELETE']) {
      await expect(ask(other, method, id)).rejects.toBeInstanceOf(NotAllowed);
    }
    await expect(patch(other, id, bytes.length, 'x')).rejects.toBeInstanceOf(NotAllowed);
    await expect(finishUpload(other, { id }, now)).rejects.toBeInstanceOf(NotAllowed);
    await expect(finishUpload(reporter, { id }, now)).resolves.toBeDefined();
  });

  test('an owner that the client makes up', async () => {
    const answer = await ask(reporter, 'POST', null, {
      'Upload-Length': '10',
      'Upload-Metadata': metadata({ owner: String(other.id), filename: 'a.jpg', picture: '1', refused: 'x' }),
    });
    const id = answer.headers.get('Location')?.split('/').at(-1) ?? '';
    await expect(ask(other, 'HEAD', id)).rejects.toBeInstanceOf(NotAllowed);
    expect((await ask(reporter, 'HEAD', id)).status).toBe(200);
    expect((await problem(finishUpload(reporter, { id }, now))).message).toContain('chưa tải lên hết');
  });

  test.each([
    ['../../../etc/passwd', 'passwd'],
    ['C:\\ảnh\\cầu.jpg', 'cầu.jpg'],
    ['a\u0000b\n.jpg', 'ab .jpg'],
    [`${'dài'.repeat(100)}.jpg`, 'dài'.repeat(50)],
  ])('of a name like %j only the last part is kept, as words', async (given, kept) => {
    const id = await send(reporter, await picture(), given);
    expect((await finishUpload(reporter, { id }, now)).name).toBe(kept);
    expect(existsSync(join(folder, 'passwd'))).toBe(false);
  });
});

describe('finished', () => {
  test('with caption and credit from the file; found by them', async () => {
    const iptc = [
      [iptcNumbers.caption, Buffer.from('Hội đua ghe trên sông Trầm')],
      [iptcNumbers.byline, Buffer.from('Khánh Vy')],
    ] as const;
    const id = await send(reporter, new Uint8Array(await jpegWith({ iptc })), 'DSC_1.jpg');
    const made = await finishUpload(reporter, { id }, now);
    expect(made).toMatchObject({ caption: 'Hội đua ghe trên sông Trầm', credit: 'Khánh Vy', alt: '' });
    const { searchText } = await db().picture.findUniqueOrThrow({ where: { id: made.id } });
    expect(searchText).toBe('dsc_1.jpg\nhoi dua ghe tren song tram\nkhanh vy');
    const audit = await db().auditEntry.findFirstOrThrow({ where: { subjectId: made.id } });
    expect(audit).toMatchObject({ actorId: reporter.id, action: 'picture.upload' });
  });

  test('asked again, also at the same time, it is the same picture', async () => {
    const id = await send(reporter, await picture());
    const both = await Promise.all([
      finishUpload(reporter, { id }, now),
      finishUpload(reporter, { id }, now),
    ]);
    const later = await finishUpload(reporter, { id }, now);
    expect(new Set([...both, later].map((made) => made.id)).size).toBe(1);
    expect(await db().picture.count()).toBe(1);
    expect(existsSync(join(folder, 'uploads', id))).toBe(false);
  });

  test('the same file from somebody else is the picture that is there, with its words', async () => {
    const bytes = await picture();
    const first = await finishUpload(reporter, { id: await send(reporter, bytes) }, now);
    await db().picture.update({ where: { id: first.id }, data: { caption: 'Cầu Văn Chài' } });
    const second = await finishUpload(other, { id: await send(other, bytes, 'b.jpg') }, now);
    expect(second).toMatchObject({ id: first.id, name: 'a.jpg', caption: 'Cầu Văn Chài' });
  });

  test('what is no picture is refused in words, each time it is asked, and leaves nothing', async () => {
    const id = await send(reporter, new TextEncoder().encode('<svg xmlns="…"/>'), 'a.jpg');
    for (const _ of [1, 2]) {
      const error = await problem(finishUpload(reporter, { id }, now));
      expect(error).toBeInstanceOf(Invalid);
      expect(error.message).toContain('SVG');
    }
    expect(await readdir(folder)).toEqual(['uploads']);
    expect(await readdir(join(folder, 'uploads'))).toEqual([`${id}.json`]);
    expect(await db().picture.count()).toBe(0);
  });

  test('an empty file', async () => {
    const id = await begin(reporter, 0);
    expect((await problem(finishUpload(reporter, { id }, now))).message).toContain('rỗng');
  });
});

describe('a full disk', () => {
  // On Linux a file that is always full; what is there is what a disk at its end gives.
  const fullFile = '/dev/full';

  test.runIf(existsSync(fullFile))('while sending: told, and what has arrived stays', async () => {
    const bytes = await picture();
    const id = await begin(reporter, bytes.length);
    const path = join(folder, 'uploads', id);
    await rm(path);
    symlinkSync(fullFile, path);
    const answer = await patch(reporter, id, 0, bytes);
    expect(answer.status).toBe(507);
    expect(await message(answer)).toContain('hết chỗ');
  });

  test.each([
    '/data/media/a-320.avif.part: write error\nsystem error: No space left on device\nheif: Cannot write output data',
    'ENOSPC: no space left on device, write',
  ])('while the picture is made (“%s”): told, and tried again later it works', async (words) => {
    const id = await send(reporter, await picture());
    making.problem = new Error(words);
    expect((await problem(finishUpload(reporter, { id }, now))).message).toContain('hết chỗ');
    making.problem = null;
    await expect(finishUpload(reporter, { id }, now)).resolves.toMatchObject({ width: 400 });
  });
});

test('a data folder that can’t be written to is an error of the request, and no end of the server', async () => {
  const file = join(folder, 'file');
  await writeFile(file, '');
  process.env['DATA_DIR'] = join(file, 'data');
  await expect(begin(reporter, 1000)).rejects.toThrow(/ENOTDIR/);
});

test('what was begun more than a day ago is removed, what is younger stays', async () => {
  const store = await UploadStore.open(join(folder, 'uploads'));
  const [old, young] = [await begin(reporter, 1000), await begin(reporter, 1000)];
  const longAgo = new Date(now.getTime() - 25 * 60 * 60 * 1000);
  for (const name of [old, `${old}.json`]) await utimes(join(folder, 'uploads', name), longAgo, longAgo);
  await store.removeStale(now);
  expect((await readdir(join(folder, 'uploads'))).sort()).toEqual([young, `${young}.json`].sort());
});
