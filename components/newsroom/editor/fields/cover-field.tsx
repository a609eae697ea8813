'use client';
import { useEffect, useId, useRef, useState } from 'react';
import { PicturePicker } from '#components/newsroom/pictures/picture-picker.tsx';
import { Button } from '#components/ui/button.tsx';
import type { ArticleContent } from '#lib/articles/types.ts';
import type { PickedPicture } from '#lib/media/types.ts';
import { fieldIds } from '../field-names.ts';
import { PendingNote } from '../pending-note.tsx';
import { useEditorServices } from '../services.ts';
import { ShownPicture } from '../shown-picture.tsx';
import { usePending } from '../use-pending.ts';
import { PictureWords } from './picture-words.tsx';

type Cover = ArticleContent['cover'];

interface Props {
  initial: Cover;
  onChange: (cover: Cover) => void;
  error: string | undefined;
}

/** What is written of the picture in the store comes along; what was written here for another one does not. */
const coverOf = ({ key, alt, caption, credit }: PickedPicture): Cover => ({
  picture: key,
  alt,
  caption,
  credit,
});

/** The picture that stands for the article in lists, and above its text. */
export function CoverField({ initial, onChange, error }: Props) {
  const { editable, pictures, searchPictures, uploadEndpoint } = useEditorServices();
  const [cover, setCover] = useState(initial);
  const [isPicking, setPicking] = useState(false);
  const nameId = useId();
  const [sent, setSent] = useState<Sent | null>(null);
  const take = (next: Cover) => {
    setCover(next);
    onChange(next);
  };
  const pick = (picture: PickedPicture) => {
    pictures.add(picture);
    take(coverOf(picture));
  };
  return (
    <fieldset id={fieldIds.cover} className="cover-field">
      <legend id={nameId} className="field-label">
        Ảnh đại diện
      </legend>
      {cover && <ShownPicture picture={cover.picture} width={320} className="cover-picture" />}
      {error && <p className="field-error">{error}</p>}
      {editable && (
        <>
          <div className="buttons">
            <Button onClick={() => setPicking(true)}>{cover ? 'Chọn ảnh khác' : 'Chọn từ kho ảnh'}</Button>
            <CoverFile nameId={nameId} onPicture={pick} onSent={setSent} />
            {cover && (
              <Button variant="plain" onClick={() => take(null)}>
                Bỏ ảnh
              </Button>
            )}
          </div>
          {sent && <CoverOnItsWay sent={sent} onGone={() => setSent(null)} />}
        </>
      )}
      {cover && (
        <PictureWords
          key={cover.picture}
          words={cover}
          readOnly={!editable}
          onChange={(words) => take({ ...cover, ...words })}
        />
      )}
      <PicturePicker
        open={isPicking}
        multiple={false}
        search={searchPictures}
        upload={{ endpoint: uploadEndpoint }}
        onPick={([picture]) => {
          setPicking(false);
          if (picture) pick(picture);
        }}
        onClose={() => setPicking(false)}
      />
    </fieldset>
  );
}

/** A file that was chosen, by the name of its upload. */
interface Sent {
  upload: string;
  name: string;
}

interface FileProps {
  /** The element that says what the file is for. */
  nameId: string;
  onPicture: (picture: PickedPicture) => void;
  onSent: (sent: Sent | null) => void;
}

/** A file from this computer, sent at once. */
function CoverFile({ nameId, onPicture, onSent }: FileProps) {
  const { pending } = useEditorServices();
  const wordsId = useId();
  const latest = useRef(onPicture);
  useEffect(() => {
    latest.current = onPicture;
  });
  const send = (file: File) => {
    const upload = pending.add(file, (picture) => {
      onSent(null);
      latest.current(picture);
    });
    onSent({ upload, name: file.name });
  };
  return (
    <label className="button file-button">
      <span id={wordsId}>Tải từ máy</span>
      <input
        type="file"
        accept="image/*"
        aria-labelledby={`${nameId} ${wordsId}`}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) send(file);
          event.target.value = '';
        }}
      />
    </label>
  );
}

function CoverOnItsWay({ sent, onGone }: { sent: Sent; onGone: () => void }) {
  const { pending } = useEditorServices();
  const shown = usePending(sent.upload);
  if (!shown) return null;
  return (
    <PendingNote
      name={sent.name}
      pending={shown}
      onRetry={() => pending.retry(sent.upload)}
      onCancel={() => {
        pending.cancel(sent.upload);
        onGone();
      }}
    />
  );
}
