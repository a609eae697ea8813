'use client';
import { useId, useState } from 'react';
import { PicturePicker } from '#components/newsroom/pictures/picture-picker.tsx';
import type { SearchPictures } from '#components/newsroom/pictures/use-picture-search.ts';
import { Picture } from '#components/site/picture.tsx';
import { Button } from '#components/ui/button.tsx';
import type { PictureView } from '#lib/media/types.ts';

interface Props {
  logo: PictureView | null;
  onChange: (logo: PictureView | null) => void;
  error: string | undefined;
  search: SearchPictures;
  upload: { endpoint: string };
}

/** The logo, picked from the pictures' store or sent to it. */
export function LogoField({ logo, onChange, error, search, upload }: Props) {
  const [isPicking, setPicking] = useState(false);
  const id = useId();
  return (
    <fieldset className="field" aria-describedby={error ? `${id}-error` : `${id}-hint`}>
      <legend className="field-label">Logo</legend>
      {logo && (
        <div className="logo-shown">
          <Picture picture={logo} alt="Logo đang chọn" sizes="320px" maxWidth={640} />
        </div>
      )}
      <div className="buttons">
        <Button onClick={() => setPicking(true)}>{logo ? 'Đổi logo' : 'Chọn logo'}</Button>
        {logo && <Button onClick={() => onChange(null)}>Bỏ logo</Button>}
      </div>
      <p id={`${id}-hint`} className="field-hint">
        Đứng thay chữ ở đầu trang. Nên dùng ảnh ngang, nền trắng, cao từ 200 điểm ảnh.
      </p>
      {error && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
      <PicturePicker
        open={isPicking}
        multiple={false}
        search={search}
        upload={upload}
        onClose={() => setPicking(false)}
        onPick={([picked]) => {
          onChange(picked ?? null);
          setPicking(false);
        }}
      />
    </fieldset>
  );
}
