'use client';
import {
  type CollisionDetection,
  closestCenter,
  KeyboardCode,
  type KeyboardCoordinateGetter,
  KeyboardSensor,
  PointerSensor,
  pointerWithin,
  useSensor,
  useSensors,
} from '@dnd-kit/core';

const steps = new Map<string, 1 | -1>([
  [KeyboardCode.Up, -1],
  [KeyboardCode.Down, 1],
]);

/** An arrow leads to the slot before or after, however tall the rows are. */
const nextSlot: KeyboardCoordinateGetter = (event, { context }) => {
  const step = steps.get(event.code);
  const { over, active, collisionRect, droppableRects } = context;
  if (step === undefined || !collisionRect) return undefined;
  event.preventDefault();
  const rect = droppableRects.get(Number(over?.id ?? active?.id) + step);
  // Centre on centre: the nearest slot is then the one that was meant.
  return rect && { x: rect.left, y: rect.top + (rect.height - collisionRect.height) / 2 };
};

/** Mouse, finger and keyboard; a press that does not move is a click. */
export const useDragSensors = () =>
  useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 5 } }),
    useSensor(KeyboardSensor, { coordinateGetter: nextSlot, scrollBehavior: 'auto' }),
  );

/** The slot under the pointer, so that what is dropped beside them is pinned nowhere; by keyboard the nearest slot. */
export const overSlot: CollisionDetection = (args) =>
  args.pointerCoordinates ? pointerWithin(args) : closestCenter(args);

/** The page scrolls along near its edges only, and no faster than one can follow. */
export const autoScroll = { threshold: { x: 0, y: 0.1 }, acceleration: 6 };
