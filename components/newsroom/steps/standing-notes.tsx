import { type ArticleStanding, type StepNote, statusNames } from '#lib/articles/types.ts';
import { dateAndTime } from '#lib/site/dates.ts';

const signed = ({ by, at }: StepNote) => [by, dateAndTime(at)].filter(Boolean).join(', ');

function Approval({ article }: { article: ArticleStanding }) {
  const { approvedAt, approvedBy, status, needsOtherApprover } = article;
  if (status === 'withdrawn') return null;
  if (approvedAt) {
    return (
      <p>
        Đã duyệt bởi <strong>{approvedBy ?? 'một người đã rời tòa soạn'}</strong>, {dateAndTime(approvedAt)}
      </p>
    );
  }
  return needsOtherApprover ? <p>Bài của bạn, nên phải người khác duyệt.</p> : null;
}

/** Where the article stands, since when, and why it came back or was taken away. */
export function StandingNotes({ article }: { article: ArticleStanding }) {
  const { status, statusSince, goLiveAt, sentBack, withdrawn, missed, href, hasChanges } = article;
  return (
    <div className="standing">
      {sentBack && (
        <p className="status-warning">
          <strong>Trả lại:</strong> {sentBack.reason} <span className="small">({signed(sentBack)})</span>
        </p>
      )}
      {withdrawn && (
        <p className="status-warning">
          <strong>Lý do gỡ:</strong> {withdrawn.reason} <span className="small">({signed(withdrawn)})</span>
        </p>
      )}
      {missed && (
        <p className="status-danger">
          <strong>Lỡ giờ hẹn:</strong> máy chủ không tự xuất bản được bài này lúc {dateAndTime(missed.at)}.{' '}
          <span className="small">({missed.reason})</span>
        </p>
      )}
      <p>
        <strong className="standing-status">{statusNames[status]}</strong>{' '}
        <span className="quiet">từ {dateAndTime(statusSince)}</span>
      </p>
      {status === 'scheduled' && goLiveAt && (
        <p>
          Sẽ xuất bản lúc <strong className="numbers">{dateAndTime(goLiveAt)}</strong>
        </p>
      )}
      <Approval article={article} />
      {href && (
        <p>
          <a href={href} target="_blank" rel="noreferrer">
            Xem trên trang báo
          </a>
        </p>
      )}
      {hasChanges && <p className="standing-changes">Có thay đổi mà độc giả chưa thấy.</p>}
    </div>
  );
}
