'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { StatusMessage } from '#components/ui/status-message.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { ListedPicture, PickedPicture } from '#lib/media/types.ts';
import { PictureGrid } from './picture-grid.tsx';
import { UploadArea } from './upload-area.tsx';
import { type SearchPictures, usePictureSearch } from './use-picture-search.ts';
import { useUploads } from './use-uploads.ts';

interface Props {
  open: boolean;
  /** Whether several may be picked at once, as for a gallery. */
  multiple: boolean;
  /** Gets what was picked, in the order of picking, with alt text, caption and credit. The picker does not close itself. */
  onPick: (pictures: PickedPicture[]) => void;
  onClose: () => void;
  search: SearchPictures;
  upload: { endpoint: string };
}

/** A window over the page to pick pictures from the store, or to send new ones to it. */
export function PicturePicker({ open, multiple, onClose, ...rest }: Props) {
  return (
    <Dialog open={open} onClose={onClose} title={multiple ? 'Chọn các ảnh' : 'Chọn ảnh'} wide>
      <OpenPicker multiple={multiple} onClose={onClose} {...rest} />
    </Dialog>
  );
}

function usePicked(multiple: boolean) {
  const [picked, setPicked] = useState<readonly ListedPicture[]>([]);
  const add = (picture: ListedPicture) =>
    setPicked((before) => [...(multiple ? before.filter(({ id }) => id !== picture.id) : []), picture]);
  const toggle = (picture: ListedPicture) =>
    setPicked((before) => {
      if (before.some(({ id }) => id === picture.id)) return before.filter(({ id }) => id !== picture.id);
      return multiple ? [...before, picture] : [picture];
    });
  return { picked, add, toggle };
}

const toPick = ({ name: _, uploadedBy: _by, uploadedAt: _at, ...picture }: ListedPicture): PickedPicture =>
  picture;

function OpenPicker({ multiple, onPick, onClose, search, upload }: Omit<Props, 'open'>) {
  const [query, setQuery] = useState('');
  const { picked, add, toggle } = usePicked(multiple);
  const found = usePictureSearch(search, query);
  const uploads = useUploads({
    endpoint: upload.endpoint,
    onPicture: (picture) => {
      found.add(picture);
      add(picture);
    },
  });
  const take = (pictures: readonly ListedPicture[]) => {
    if (pictures.length > 0) onPick(pictures.map(toPick));
  };
  const last = picked.at(-1);
  return (
    <div className="picker">
      <UploadArea {...uploads} />
      <TextField
        label="Tìm ảnh"
        type="search"
        value={query}
        onChange={setQuery}
        placeholder="Tên, chú thích, nguồn ảnh"
      />
      {found.problem && <StatusMessage kind="danger">{found.problem}</StatusMessage>}
      {found.pictures.length === 0 && !found.busy && !found.problem && (
        <p className="empty">
          {query ? 'Không có ảnh nào khớp. Hãy thử ít từ hơn.' : 'Kho ảnh còn trống. Hãy tải ảnh lên.'}
        </p>
      )}
      <div className="picker-list">
        <PictureGrid
          pictures={found.pictures}
          selected={new Set(picked.map(({ id }) => id))}
          multiple={multiple}
          onToggle={toggle}
          onTake={(picture) =>
            take(picked.some(({ id }) => id === picture.id) ? picked : [...(multiple ? picked : []), picture])
          }
        />
        {found.hasMore && (
          <Button busy={found.busy} onClick={found.more}>
            Xem thêm ảnh
          </Button>
        )}
      </div>
      <div className="picker-foot">
        <p className="picker-words small" aria-live="polite">
          {last && <PickedWords picture={last} />}
        </p>
        <div className="buttons buttons-end">
          <Button onClick={onClose}>Thôi</Button>
          <Button variant="primary" disabled={picked.length === 0} onClick={() => take(picked)}>
            {picked.length > 1 ? `Lấy ${picked.length} ảnh` : 'Lấy ảnh'}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** What comes along with the picture, so that nobody is surprised. */
function PickedWords({ picture }: { picture: ListedPicture }) {
  return (
    <>
      <strong>{picture.name}</strong>. Mô tả: {picture.alt || 'chưa có'}. Chú thích:{' '}
      {picture.caption || 'chưa có'}. Nguồn: {picture.credit || 'chưa có'}.
    </>
  );
}
