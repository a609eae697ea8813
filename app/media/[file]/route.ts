import { answerShareImage, isShareImageName } from '#lib/articles/share-image.ts';
import { findCrop, isCropName } from '#lib/media/crop-file.ts';
import { findMediaFile, streamMediaFile } from '#lib/media/media-file.ts';

/** Pictures. A file never changes under its name, so whoever has it keeps it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const { file } = await params;
  if (isShareImageName(file)) return await answerShareImage(file);
  const found = await (isCropName(file) ? findCrop(file) : findMediaFile(file));
  if (!found)
    return new Response('Không có ảnh này', { status: 404, headers: { 'Cache-Control': 'no-store' } });
  const headers = {
    'Content-Type': found.type,
    'Content-Length': String(found.bytes),
    'Cache-Control': 'public, max-age=31536000, immutable',
    'Last-Modified': found.changedAt.toUTCString(),
    ETag: `"${file}"`,
  };
  if (request.headers.get('if-none-match') === headers.ETag)
    return new Response(null, { status: 304, headers });
  return new Response(streamMediaFile(found), { headers });
}
