'use client';
import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  type UniqueIdentifier,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { type ReactNode, useId } from 'react';
import { Button } from './button.tsx';

interface SortableItem {
  id: number;
  /** What it is called, for the buttons that move it. */
  name: string;
  content: ReactNode;
  /** Shown under it and moved along with it, as the list of its children. */
  under?: ReactNode;
}

interface Props {
  /** What the list is, for whoever can't see it. */
  label: string;
  items: readonly SortableItem[];
  /** Told the new order of all ids, and the one that was moved. */
  onOrder: (ids: number[], moved: SortableItem) => void;
}

const instructions =
  'Bấm phím cách để nhấc lên, phím mũi tên lên xuống để chuyển chỗ, phím cách lần nữa để đặt xuống, Esc để thôi.';

/** What is read out while something is dragged. */
function announcementsFor(items: readonly SortableItem[]): Announcements {
  const name = (id: UniqueIdentifier) => items.find((item) => item.id === id)?.name ?? '';
  const place = (id: UniqueIdentifier) => `${items.findIndex((item) => item.id === id) + 1}/${items.length}`;
  return {
    onDragStart: ({ active }) => `Đã nhấc ${name(active.id)} lên, vị trí ${place(active.id)}.`,
    onDragOver: ({ active, over }) =>
      over ? `${name(active.id)} ở vị trí ${place(over.id)}.` : `${name(active.id)} ở ngoài danh sách.`,
    onDragEnd: ({ active, over }) =>
      over ? `Đã đặt ${name(active.id)} ở vị trí ${place(over.id)}.` : `Đã đặt ${name(active.id)} về chỗ cũ.`,
    onDragCancel: ({ active }) => `${name(active.id)} vẫn ở chỗ cũ.`,
  };
}

/** A list whose order is changed by dragging, by keyboard, or step by step with buttons. */
export function SortableList({ label, items, onOrder }: Props) {
  const id = useId();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const ids = items.map((item) => item.id);
  const move = (from: number, to: number) => {
    const moved = items[from];
    if (moved && from !== to && to >= 0 && to < ids.length) onOrder(arrayMove(ids, from, to), moved);
  };
  const drop = ({ active, over }: DragEndEvent) => {
    if (over) move(ids.indexOf(Number(active.id)), ids.indexOf(Number(over.id)));
  };
  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={drop}
      accessibility={{
        announcements: announcementsFor(items),
        screenReaderInstructions: { draggable: instructions },
      }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <ol className="sortable" aria-label={label}>
          {items.map((item, index) => (
            <Row
              key={item.id}
              item={item}
              isFirst={index === 0}
              isLast={index === items.length - 1}
              onStep={(step) => move(index, index + step)}
            />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}

interface RowProps {
  item: SortableItem;
  isFirst: boolean;
  isLast: boolean;
  onStep: (step: 1 | -1) => void;
}

function Row({ item, isFirst, isLast, onStep }: RowProps) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    useSortable({ id: item.id });
  return (
    <li
      ref={setNodeRef}
      className={isDragging ? 'sortable-item sortable-item-dragged' : 'sortable-item'}
      style={{ transform: transform ? `translate3d(0, ${transform.y}px, 0)` : undefined, transition }}
    >
      <div className="sortable-row">
        <button
          type="button"
          ref={setActivatorNodeRef}
          className="sortable-handle"
          aria-describedby={attributes['aria-describedby']}
          {...listeners}
        >
          <span aria-hidden="true">⠿</span>
          <span className="visually-hidden">Kéo {item.name}</span>
        </button>
        <div className="sortable-content">{item.content}</div>
        <div className="sortable-steps">
          <Button variant="plain" aria-disabled={isFirst || undefined} onClick={() => onStep(-1)}>
            Lên<span className="visually-hidden"> {item.name}</span>
          </Button>
          <Button variant="plain" aria-disabled={isLast || undefined} onClick={() => onStep(1)}>
            Xuống<span className="visually-hidden"> {item.name}</span>
          </Button>
        </div>
      </div>
      {item.under}
    </li>
  );
}
