'use client';
import type { DraggableAttributes, DraggableSyntheticListeners } from '@dnd-kit/core';
import type { PointerEvent, Ref } from 'react';

interface Props {
  title: string;
  attributes: DraggableAttributes;
  listeners: DraggableSyntheticListeners;
  ref: Ref<HTMLButtonElement>;
}

/** What an article is dragged by, with the mouse, a finger or the keyboard. */
export function DragHandle({ title, attributes, listeners, ref }: Props) {
  return (
    <button
      ref={ref}
      type="button"
      className="drag-handle"
      data-tool="handle"
      aria-describedby={attributes['aria-describedby']}
      aria-roledescription={attributes['aria-roledescription']}
      {...listeners}
    >
      <span aria-hidden="true">⠿</span>
      <span className="visually-hidden">Kéo bài “{title}”</span>
    </button>
  );
}

/** The row itself can be dragged by the mouse too, but for what in it has a use of its own. */
export function dragRow(listeners: DraggableSyntheticListeners) {
  return {
    onPointerDown: (event: PointerEvent) => {
      const isOwn = event.target instanceof Element && event.target.closest('button, input, label, a');
      if (!isOwn && event.pointerType === 'mouse') listeners?.['onPointerDown']?.(event);
    },
  };
}
