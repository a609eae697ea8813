import { Notice } from '#components/site/notice.tsx';

/** For a link that has run out, was copied in part or leads to an article that is gone: which, the link does not tell. */
export default function NoPreview() {
  return (
    <main id="noi-dung">
      <Notice status={404} title="Không có bản xem trước ở địa chỉ này">
        Liên kết đã hết hạn, chép thiếu, hoặc bài không còn nữa. Hãy xin người gửi một liên kết mới.
      </Notice>
    </main>
  );
}
