'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { say } from '#components/ui/toast.tsx';
import type { ServerAction } from '#components/ui/use-action.ts';
import type { PictureDetail } from '#lib/media/types.ts';
import { UploadArea } from './upload-area.tsx';
import { useUploads } from './use-uploads.ts';

type ReplacePicture = ServerAction<{ id: number; upload: string }, PictureDetail>;

interface Props {
  id: number;
  endpoint: string;
  replace: ReplacePicture;
}

/** Puts another file in the picture's place, after saying what that means. */
export function ReplaceFile(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Thay tệp</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Thay tệp của ảnh">
        <OpenReplace {...props} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function OpenReplace({ id, endpoint, replace, onDone }: Props & { onDone: () => void }) {
  const router = useRouter();
  const uploads = useUploads({
    endpoint,
    use: (upload) => replace({ id, upload }),
    onPicture: () => {
      say('Đã thay tệp của ảnh');
      onDone();
      router.refresh();
    },
  });
  // One file takes the place of one; the others of a handful would only replace each other.
  const upload = (files: readonly File[]) => uploads.upload(files.slice(0, 1));
  return (
    <div className="stack">
      <p>
        Mọi bài đang dùng ảnh này sẽ hiện tệp mới ngay khi tải xong. Chú thích, nguồn và điểm nhìn giữ nguyên;
        địa chỉ của tệp cũ vẫn mở được.
      </p>
      <UploadArea {...uploads} upload={upload} one />
    </div>
  );
}
