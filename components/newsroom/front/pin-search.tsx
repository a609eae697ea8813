'use client';
import { useDraggable } from '@dnd-kit/core';
import { type RefObject, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { StatusMessage } from '#components/ui/status-message.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { ArticleCard } from '#lib/articles/types.ts';
import { CardLine } from './card-line.tsx';
import { dragRow } from './drag-handle.tsx';
import { type FindArticles, useFound } from './use-found.ts';

interface Props {
  find: FindArticles;
  /** The slot that "Ghim" pins to. */
  slot: number;
  onSlot: (slot: number) => void;
  /** What each slot is called, from the first. */
  places: readonly string[];
  pinnedAt: (card: ArticleCard) => number | null;
  onPin: (card: ArticleCard, slot: number) => void;
  box: RefObject<HTMLInputElement | null>;
}

interface FoundProps {
  card: ArticleCard;
  slot: number;
  pinned: number | null;
  onPin: () => void;
}

/** An article that was found; it is dragged to a slot or pinned to the chosen one. */
function Found({ card, slot, pinned, onPin }: FoundProps) {
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: `found-${card.id}`, data: { card } });
  return (
    <li ref={setNodeRef} className={isDragging ? 'found slot-dragging' : 'found'} {...dragRow(listeners)}>
      {/* For mouse and finger; by keyboard there is the button. */}
      <span className="drag-handle" aria-hidden="true" {...listeners}>
        ⠿
      </span>
      <div>
        <CardLine card={card} />
        {pinned !== null && <p className="small">Đang ghim ở vị trí {pinned}.</p>}
      </div>
      <Button onClick={onPin}>
        Ghim
        <span className="visually-hidden">
          {' '}
          vào vị trí {slot} – {card.title}
        </span>
      </Button>
    </li>
  );
}

/** Looks for a published article and pins it to a slot. */
export function PinSearch({ find, slot, onSlot, places, pinnedAt, onPin, box }: Props) {
  const [text, setText] = useState('');
  const { found, problem } = useFound(find, text);
  return (
    <search className="pin-search">
      <div className="row">
        <div className="row-grow">
          <TextField
            ref={box}
            label="Tìm bài để ghim"
            type="search"
            value={text}
            onChange={setText}
            placeholder="Từ trong bài, số hoặc địa chỉ của bài"
          />
        </div>
        <SelectField
          label="Ghim vào"
          value={String(slot)}
          onChange={(value) => onSlot(Number(value))}
          choices={places.map((label, index) => ({ value: String(index + 1), label }))}
        />
      </div>
      {problem && <StatusMessage kind="danger">{problem}</StatusMessage>}
      {found && (
        <p role="status" className="small quiet">
          {found.length === 0
            ? 'Không có bài đã xuất bản nào khớp. Thử ít từ hơn.'
            : `${found.length} bài mới nhất khớp.`}
        </p>
      )}
      {found && found.length > 0 && (
        <ul className="found-list">
          {found.map((card) => (
            <Found
              key={card.id}
              card={card}
              slot={slot}
              pinned={pinnedAt(card)}
              onPin={() => onPin(card, slot)}
            />
          ))}
        </ul>
      )}
    </search>
  );
}
