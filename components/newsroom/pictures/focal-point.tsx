'use client';
import { type KeyboardEvent, type PointerEvent, useId, useRef } from 'react';
import { Picture } from '#components/site/picture.tsx';
import type { PictureView } from '#lib/media/types.ts';

interface Props {
  picture: PictureView;
  alt: string;
  onMove: (focalX: number, focalY: number) => void;
  disabled: boolean;
}

const within = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;
const percent = (value: number): string => `${Math.round(value * 100)}%`;

const steps: Record<string, [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The picture whole, with the point that must stay in sight when it is cropped: click, drag, or arrow keys. */
export function FocalPoint({ picture, alt, onMove, disabled }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const handle = useRef<HTMLDivElement>(null);
  const hintId = useId();
  const { focalX, focalY } = picture;

  const moveTo = (event: PointerEvent<HTMLElement>) => {
    const box = frame.current?.getBoundingClientRect();
    if (!box) return;
    onMove(within((event.clientX - box.left) / box.width), within((event.clientY - box.top) / box.height));
  };
  const begin = (event: PointerEvent<HTMLElement>) => {
    if (disabled || event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    handle.current?.focus();
    moveTo(event);
  };
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const step = steps[event.key];
    if (!step || disabled) return;
    event.preventDefault();
    const length = event.shiftKey ? 0.1 : 0.01;
    onMove(within(focalX + step[0] * length), within(focalY + step[1] * length));
  };
  return (
    <div className="focal">
      <div
        ref={frame}
        className={disabled ? 'focal-frame' : 'focal-frame focal-frame-open'}
        onPointerDown={begin}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) moveTo(event);
        }}
      >
        <Picture
          picture={picture}
          alt={alt}
          sizes="(min-width: 64rem) 40rem, 100vw"
          maxWidth={1280}
          priority
        />
        <div
          ref={handle}
          role="slider"
          tabIndex={disabled ? -1 : 0}
          aria-label="Điểm nhìn"
          aria-describedby={hintId}
          aria-disabled={disabled}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(focalX * 100)}
          aria-valuetext={`ngang ${percent(focalX)}, dọc ${percent(focalY)}`}
          className="focal-handle"
          style={{ left: percent(focalX), top: percent(focalY) }}
          onKeyDown={press}
        />
      </div>
      <p id={hintId} className="small quiet">
        Điểm nhìn: ngang {percent(focalX)}, dọc {percent(focalY)}.{' '}
        {!disabled && 'Bấm hoặc kéo trên ảnh; bằng bàn phím: phím mũi tên, giữ Shift để đi nhanh.'}
      </p>
    </div>
  );
}
