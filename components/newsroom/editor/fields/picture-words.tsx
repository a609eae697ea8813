'use client';
import { useEffect, useId, useRef, useState } from 'react';

/** What is said of a picture where it stands. */
interface PictureText {
  alt: string;
  caption: string;
  credit: string;
}

interface WordProps {
  label: string;
  hint: string;
  most: number;
  value: string;
  readOnly: boolean;
  onChange: (text: string) => void;
}

/**
 * A field inside the text. It keeps what is typed itself and passes it on: what comes back is taken over only when it is
 * somebody else's (an undo), and never while an input method puts a syllable together.
 */
export function WordField({ label, hint, most, value, readOnly, onChange }: WordProps) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  const last = useRef(value);
  const isComposing = useRef(false);
  useEffect(() => {
    if (value === last.current || isComposing.current) return;
    last.current = value;
    setTyped(value);
  }, [value]);
  const take = (text: string) => {
    last.current = text;
    setTyped(text);
    onChange(text);
  };
  return (
    <div className="word-field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="input"
        rows={1}
        maxLength={most}
        placeholder={readOnly ? undefined : hint}
        value={typed}
        readOnly={readOnly}
        spellCheck={false}
        onCompositionStart={() => {
          isComposing.current = true;
        }}
        onCompositionEnd={() => {
          isComposing.current = false;
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault();
        }}
        onChange={(event) => take(event.target.value)}
      />
    </div>
  );
}

interface Props {
  words: PictureText;
  readOnly: boolean;
  onChange: (words: PictureText) => void;
}

/** Caption, credit and description of a picture. */
export function PictureWords({ words, readOnly, onChange }: Props) {
  const { alt, caption, credit } = words;
  return (
    <div className="picture-words">
      <WordField
        label="Chú thích"
        hint="Ảnh chụp gì, ở đâu, khi nào"
        most={1000}
        value={caption}
        readOnly={readOnly}
        onChange={(text) => onChange({ alt, caption: text, credit })}
      />
      <WordField
        label="Nguồn ảnh"
        hint="Người chụp hoặc nơi cung cấp"
        most={200}
        value={credit}
        readOnly={readOnly}
        onChange={(text) => onChange({ alt, caption, credit: text })}
      />
      <WordField
        label="Mô tả ảnh"
        hint="Cho người không nhìn thấy ảnh"
        most={500}
        value={alt}
        readOnly={readOnly}
        onChange={(text) => onChange({ alt: text, caption, credit })}
      />
    </div>
  );
}
