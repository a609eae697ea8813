'use client';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Picture } from '#components/site/picture.tsx';
import type { ListedPicture } from '#lib/media/types.ts';

interface Props {
  pictures: readonly ListedPicture[];
  selected: ReadonlySet<number>;
  multiple: boolean;
  onToggle: (picture: ListedPicture) => void;
  /** Enter, or a double click: take this one, or what is selected. */
  onTake: (picture: ListedPicture) => void;
}

/** How many stand in a row, as the grid is laid out now. */
function columnsOf(list: HTMLElement): number {
  return getComputedStyle(list).gridTemplateColumns.split(' ').length;
}

const ways: Record<string, (at: number, last: number, columns: number) => number> = {
  ArrowRight: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  ArrowDown: (at, _last, columns) => at + columns,
  ArrowUp: (at, _last, columns) => at - columns,
  Home: () => 0,
  End: (_at, last) => last,
};

/** Pictures to choose from, by mouse or by keyboard: arrows move, space selects, Enter takes. */
export function PictureGrid({ pictures, selected, multiple, onToggle, onTake }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const at = Math.min(current, Math.max(0, pictures.length - 1));

  const move = (to: number) => {
    if (to < 0 || to >= pictures.length) return;
    setCurrent(to);
    list.current?.querySelectorAll<HTMLElement>('[role=option]')[to]?.focus();
  };
  const press = (event: KeyboardEvent<HTMLElement>, picture: ListedPicture) => {
    const way = ways[event.key];
    if (way && list.current) {
      event.preventDefault();
      move(way(at, pictures.length - 1, columnsOf(list.current)));
    } else if (event.key === ' ') {
      event.preventDefault();
      onToggle(picture);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      onTake(picture);
    }
  };
  return (
    <div
      ref={list}
      className="picture-grid"
      role="listbox"
      aria-label="Kho ảnh"
      aria-multiselectable={multiple}
    >
      {pictures.map((picture, index) => (
        <div
          key={picture.id}
          role="option"
          tabIndex={index === at ? 0 : -1}
          aria-selected={selected.has(picture.id)}
          className="picture-option"
          onClick={() => {
            setCurrent(index);
            onToggle(picture);
          }}
          onDoubleClick={() => onTake(picture)}
          onKeyDown={(event) => press(event, picture)}
        >
          <Picture
            picture={picture}
            alt={picture.alt}
            sizes="160px"
            maxWidth={320}
            className="picture-thumb"
          />
          <span className="picture-option-name small">{picture.caption || picture.name}</span>
          {picture.credit && <span className="picture-option-credit small quiet">{picture.credit}</span>}
        </div>
      ))}
    </div>
  );
}
