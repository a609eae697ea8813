'use client';
import { SortableContext } from '@dnd-kit/sortable';
import { useId } from 'react';
import type { ArticleCard } from '#lib/articles/types.ts';
import type { DeskPin, SlotGroup } from '#lib/front/types.ts';
import { pinAt } from './pins.ts';
import { type SlotActions, SlotRow } from './slot-row.tsx';

interface Props extends SlotActions {
  groups: readonly SlotGroup[];
  /** What stands in each slot, from the first. */
  filled: readonly (ArticleCard | null)[];
  pins: readonly DeskPin[];
  problemOf: (slot: number, part?: 'endsAt') => string | undefined;
}

/** Nothing gives way while something is dragged: only pins do, once it is dropped. */
const stayPut = () => null;

/** The slots of a front, in their groups. */
export function SlotList({ groups, filled, pins, problemOf, ...actions }: Props) {
  const id = useId();
  const firstOf = (index: number) => groups.slice(0, index).reduce((sum, { count }) => sum + count, 1);
  return (
    <SortableContext items={filled.map((_, index) => index + 1)} strategy={stayPut}>
      {groups.map((group, index) => (
        <section key={group.name} className="slot-group" aria-labelledby={`${id}-${index}`}>
          <h2 id={`${id}-${index}`} className="slot-group-name">
            {group.name}
          </h2>
          <ol>
            {Array.from({ length: group.count }, (_, i) => firstOf(index) + i).map((slot) => (
              <SlotRow
                key={slot}
                {...actions}
                slot={slot}
                slots={filled.length}
                card={filled[slot - 1] ?? null}
                pin={pinAt(pins, slot)}
                problem={problemOf(slot)}
                endProblem={problemOf(slot, 'endsAt')}
              />
            ))}
          </ol>
        </section>
      ))}
    </SortableContext>
  );
}
