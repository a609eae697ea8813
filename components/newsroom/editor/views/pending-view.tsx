'use client';
import type { ReactNodeViewProps } from '@tiptap/react';
import { useState } from 'react';
import { PicturePicker } from '#components/newsroom/pictures/picture-picker.tsx';
import { Button } from '#components/ui/button.tsx';
import { photoOfPicked, removeBlock } from '../commands.ts';
import { PendingNote } from '../pending-note.tsx';
import { useEditorServices } from '../services.ts';
import { usePending } from '../use-pending.ts';
import { BlockFrame } from './block-frame.tsx';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The place of a picture whose file is on its way, or did not come along. */
export function PendingView(props: ReactNodeViewProps) {
  const { node, editor, getPos } = props;
  const { pending } = useEditorServices();
  const upload = textOf(node.attrs['upload']) || null;
  const shown = usePending(upload);
  const name = textOf(node.attrs['name']) || 'Ảnh';
  if (!upload || !shown) return <MissingPicture {...props} />;
  const cancel = () => {
    pending.cancel(upload);
    const place = getPos();
    if (place !== undefined) removeBlock(editor, place);
  };
  return (
    <BlockFrame {...props} label="Ảnh đang tải">
      <PendingNote name={name} pending={shown} onRetry={() => pending.retry(upload)} onCancel={cancel} />
    </BlockFrame>
  );
}

function MissingPicture(props: ReactNodeViewProps) {
  const { node, editor, getPos } = props;
  const { editable, pictures, searchPictures, uploadEndpoint } = useEditorServices();
  const [isPicking, setPicking] = useState(false);
  const name = textOf(node.attrs['name']);
  const address = textOf(node.attrs['address']);
  return (
    <BlockFrame {...props} label="Ảnh còn thiếu">
      <div className="status-warning stack-tight" role="note">
        <p>
          Ảnh{name && ` “${name}”`} không đi kèm khi dán. Hãy chép riêng ảnh rồi dán vào đây, kéo tệp ảnh vào
          bài, hoặc chọn từ kho ảnh. Chỗ này không hiện ra với bạn đọc.
        </p>
        {address && (
          <p>
            <a href={address} target="_blank" rel="noreferrer noopener">
              Mở ảnh gốc để lưu về máy
            </a>
          </p>
        )}
        {editable && (
          <p>
            <Button onClick={() => setPicking(true)}>Chọn ảnh cho chỗ này</Button>
          </p>
        )}
      </div>
      <PicturePicker
        open={isPicking}
        multiple={false}
        search={searchPictures}
        upload={{ endpoint: uploadEndpoint }}
        onPick={([picture]) => {
          setPicking(false);
          const place = getPos();
          if (!picture || place === undefined) return;
          pictures.add(picture);
          const attrs = photoOfPicked(picture);
          editor.commands.insertContentAt(
            { from: place, to: place + node.nodeSize },
            { type: 'photo', attrs },
          );
        }}
        onClose={() => setPicking(false)}
      />
    </BlockFrame>
  );
}
