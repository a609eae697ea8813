import { Notice } from '#components/site/notice.tsx';
import { ReaderPage } from '#components/site/reader-page.tsx';
import { getFrame } from '#lib/front/frame.ts';
import { answerWithStatus } from '#lib/page-cache/status.ts';
import { followRedirect } from '#lib/redirects/follow.ts';
import type { MadePage } from './reader-route.tsx';

/**
 * The page for an address that leads nowhere, with status 404; what was moved is led to where it is now.
 * @param path  the address, where it may be an old one
 */
export async function notFoundPage(path?: string): Promise<MadePage> {
  if (path !== undefined) await followRedirect(path);
  answerWithStatus(404);
  const frame = await getFrame();
  return {
    head: { paper: frame.paper, title: 'Không tìm thấy trang', listed: null },
    body: (
      <ReaderPage frame={frame}>
        <Notice status={404} title="Không tìm thấy trang này">
          Địa chỉ có thể đã gõ nhầm, hoặc trang đã được chuyển đi. Thử tìm theo từ khóa, hoặc xem các chuyên
          mục.
        </Notice>
      </ReaderPage>
    ),
  };
}

/** The page at the address of an article that was withdrawn, with status 410. */
export async function withdrawnPage(): Promise<MadePage> {
  answerWithStatus(410);
  const frame = await getFrame();
  return {
    head: { paper: frame.paper, title: 'Bài đã gỡ', listed: null },
    body: (
      <ReaderPage frame={frame}>
        <Notice status={410} title="Bài viết này đã được gỡ">
          Tòa soạn đã gỡ bài viết ở địa chỉ này. Bạn có thể tìm bài khác cùng chủ đề.
        </Notice>
      </ReaderPage>
    ),
  };
}
