/** `/{key}.txt`: by this file search engines know that whoever tells them of our pages is us (next.config.mjs). */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ key: string }> },
): Promise<Response> {
  const { key } = await params;
  const isOurs = key === process.env['INDEXNOW_KEY'];
  return new Response(isOurs ? key : 'Không có tệp này', {
    status: isOurs ? 200 : 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
