'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { FormErrors } from '#components/ui/form-errors.tsx';
import { TextArea, TextField } from '#components/ui/text-field.tsx';
import { type ServerAction, useAction } from '#components/ui/use-action.ts';
import {
  longestAlt,
  longestCaption,
  longestCredit,
  type PictureDetail,
  type PictureWords,
} from '#lib/media/types.ts';
import { Crops } from './crops.tsx';
import { FocalPoint } from './focal-point.tsx';

type ChangePicture = ServerAction<{ id: number; was: PictureWords; words: PictureWords }, PictureDetail>;

const wordsOf = ({ alt, caption, credit, focalX, focalY }: PictureWords): PictureWords => ({
  alt,
  caption,
  credit,
  focalX,
  focalY,
});

const isSame = (one: PictureWords, other: PictureWords): boolean =>
  one.alt === other.alt &&
  one.caption === other.caption &&
  one.credit === other.credit &&
  one.focalX === other.focalX &&
  one.focalY === other.focalY;

interface Props {
  picture: PictureDetail;
  change: ChangePicture;
}

/** A picture's preview with its focal point and crops, and what is written of it. */
export function PictureForm({ picture, change }: Props) {
  const [was, setWas] = useState(() => wordsOf(picture));
  const [words, setWords] = useState(was);
  const saved = (now: PictureDetail) => {
    setWas(wordsOf(now));
    setWords(wordsOf(now));
  };
  const { run, busy, trouble, errorOf } = useAction(change, { done: saved, say: 'Đã lưu ảnh' });
  const set = (part: Partial<PictureWords>) => setWords((before) => ({ ...before, ...part }));
  const shown = { ...picture, focalX: words.focalX, focalY: words.focalY };
  const disabled = !picture.mayChange;
  return (
    <form
      className="picture-desk"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void run({ id: picture.id, was, words });
      }}
    >
      <div className="stack">
        <FocalPoint
          picture={shown}
          alt={words.alt}
          disabled={disabled}
          onMove={(focalX, focalY) => set({ focalX, focalY })}
        />
        <Crops picture={shown} />
      </div>
      <div className="form">
        <FormErrors trouble={trouble} />
        <TextArea
          label="Mô tả ảnh"
          hint="Cho người không nhìn thấy ảnh: trong ảnh có gì."
          value={words.alt}
          onChange={(alt) => set({ alt })}
          most={longestAlt}
          error={errorOf('alt') ?? errorOf('words.alt')}
          readOnly={disabled}
        />
        <TextArea
          label="Chú thích"
          value={words.caption}
          onChange={(caption) => set({ caption })}
          most={longestCaption}
          error={errorOf('caption') ?? errorOf('words.caption')}
          readOnly={disabled}
        />
        <TextField
          label="Nguồn ảnh"
          value={words.credit}
          onChange={(credit) => set({ credit })}
          most={longestCredit}
          error={errorOf('credit') ?? errorOf('words.credit')}
          readOnly={disabled}
        />
        <p className="small quiet">
          Lời ở đây đi theo khi ảnh được chọn vào bài mới. Bài đã có ảnh này giữ lời riêng của bài; muốn đổi,
          hãy sửa trong bài. Điểm nhìn thì đổi ngay ở mọi nơi đang hiện ảnh.
        </p>
        {disabled ? (
          <p className="quiet">Chỉ người tải ảnh lên hoặc biên tập viên sửa được ảnh này.</p>
        ) : (
          <div className="buttons">
            <Button type="submit" variant="primary" busy={busy} disabled={isSame(was, words)}>
              Lưu
            </Button>
            {!isSame(was, words) && <Button onClick={() => setWords(was)}>Bỏ thay đổi</Button>}
          </div>
        )}
      </div>
    </form>
  );
}
