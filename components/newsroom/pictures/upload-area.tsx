'use client';
import { useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { UploadRow } from './upload-row.tsx';
import { useFileDrop } from './use-file-drop.ts';
import type { Uploads } from './use-uploads.ts';

interface Props extends Uploads {
  /** Whether pictures that are ready lead to their own pages. */
  showLinks?: boolean;
  /** Only one file is wanted. */
  one?: boolean;
}

/** Where files are given to the store: dropped, pasted or chosen; each with how far it is and what is wrong with it. */
export function UploadArea({
  uploads,
  upload,
  cancel,
  retry,
  clear,
  unfinished,
  showLinks = false,
  one = false,
}: Props) {
  const input = useRef<HTMLInputElement>(null);
  const send = (files: File[]) => {
    void upload(files);
  };
  const over = useFileDrop(send);
  const ended = uploads.some(({ state }) => state === 'done' || state === 'failed');
  return (
    <section className="uploads" aria-label="Tải ảnh lên">
      <div className={over ? 'upload-drop upload-drop-over' : 'upload-drop'}>
        <p>
          Kéo ảnh thả vào đây, dán bằng Ctrl+V, hoặc{' '}
          <Button onClick={() => input.current?.click()}>Chọn ảnh từ máy</Button>
        </p>
        <p className="small quiet">JPEG, PNG, WebP hoặc AVIF, mỗi ảnh tới 50 MB và 50 triệu điểm ảnh.</p>
        <input
          ref={input}
          type="file"
          multiple={!one}
          hidden
          accept="image/*"
          aria-label="Ảnh từ máy"
          onChange={(event) => {
            send([...(event.target.files ?? [])]);
            // The same file, chosen again, is a change again.
            event.target.value = '';
          }}
        />
      </div>
      {unfinished.length > 0 && (
        <p className="status-warning">
          Lần trước còn dở: {unfinished.join(', ')}. Hãy chọn lại các tệp này để tải tiếp phần còn lại.
        </p>
      )}
      {uploads.length > 0 && (
        <ul className="upload-list">
          {uploads.map((shown) => (
            <UploadRow key={shown.id} upload={shown} onCancel={cancel} onRetry={retry} showLink={showLinks} />
          ))}
        </ul>
      )}
      {ended && (
        <p>
          <Button variant="plain" onClick={clear}>
            Dọn danh sách
          </Button>
        </p>
      )}
    </section>
  );
}
