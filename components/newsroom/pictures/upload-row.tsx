import { Button } from '#components/ui/button.tsx';
import { Link } from '#components/ui/link.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import type { UploadShown } from './use-uploads.ts';

interface Props {
  upload: UploadShown;
  onCancel: (id: number) => void;
  onRetry: (id: number) => void;
  /** Whether a picture that is ready leads to its own page. */
  showLink: boolean;
}

function stateText({ state, progress }: UploadShown): string {
  switch (state) {
    case 'waiting':
      return 'Đang chờ';
    case 'sending':
      return `Đang tải ${Math.floor(progress * 100)}%`;
    case 'offline':
      return 'Mất mạng, sẽ tự tải tiếp';
    case 'finishing':
      return 'Đang xử lý ảnh';
    case 'done':
      return 'Đã xong';
    case 'failed':
      return 'Không nhận được';
  }
}

/** A file on its way: its name, how far it is, and what is wrong with it. */
export function UploadRow({ upload, onCancel, onRetry, showLink }: Props) {
  const { id, name, state, progress, problem, again, pictureId } = upload;
  const isGoing = state !== 'done' && state !== 'failed';
  return (
    <li className={`upload upload-${state}`}>
      <div className="upload-head">
        <span className="upload-name">{name}</span>
        <span className="upload-state small" aria-hidden={state === 'sending'}>
          {stateText(upload)}
        </span>
        {/* Read out once for each state, not for each percent. */}
        <span className="visually-hidden" role="status">
          {state === 'sending' ? `Đang tải ${name}` : `${stateText(upload)}: ${name}`}
        </span>
        {pictureId !== null && showLink && (
          <Link href={`/admin/anh/${pictureId}`} className="small">
            Sửa chú thích
          </Link>
        )}
        {state === 'failed' && again && (
          <Button variant="plain" aria-label={`Thử lại ${name}`} onClick={() => onRetry(id)}>
            Thử lại
          </Button>
        )}
        {state !== 'done' && (
          <Button
            variant="plain"
            aria-label={`${isGoing ? 'Hủy' : 'Bỏ'} ${name}`}
            onClick={() => onCancel(id)}
          >
            {isGoing ? 'Hủy' : 'Bỏ'}
          </Button>
        )}
      </div>
      {isGoing && (
        <ProgressBar label={`Tiến độ tải ${name}`} {...(state === 'finishing' ? {} : { value: progress })} />
      )}
      {problem && (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
    </li>
  );
}
