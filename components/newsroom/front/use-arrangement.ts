'use client';
import { useState } from 'react';
import { say } from '#components/ui/toast.tsx';
import { type ServerAction, useAction } from '#components/ui/use-action.ts';
import type { ArticleCard } from '#lib/articles/types.ts';
import { type Arrangement, type ArrangeOutcome, countSlots, slotsOf } from '#lib/front/types.ts';
import { endPinAt, placePin, removePin, samePins } from './pins.ts';

export type SaveArrangement = ServerAction<
  {
    categoryId: number | null;
    version: string;
    pins: { slot: number; articleId: number; endsAt: Date | null }[];
  },
  ArrangeOutcome
>;

/** A front while it is arranged: its pins as they stand on the screen, and what became of saving them. */
export function useArrangement(opened: Arrangement, save: SaveArrangement) {
  const [base, setBase] = useState(opened);
  const [pins, setPins] = useState(opened.pins);
  /** What somebody else saved meanwhile, until the person has decided. */
  const [theirs, setTheirs] = useState<Arrangement | null>(null);
  const [isFull, setFull] = useState(false);
  const { categoryId } = opened;
  const slots = countSlots(slotsOf(categoryId));

  const settle = (outcome: ArrangeOutcome) => {
    if (!outcome.saved) return setTheirs(outcome.current);
    setBase(outcome.arrangement);
    setPins(outcome.arrangement.pins);
    say('Đã lưu. Độc giả thấy cách sắp xếp này ngay từ bây giờ.');
  };
  const saving = useAction(save, { done: settle, refresh: false });

  const change = (next: typeof pins | null) => {
    setFull(next === null);
    if (next) setPins(next);
    saving.reset();
  };
  return {
    pins,
    newest: base.newest,
    last: base.last,
    isChanged: !samePins(pins, base.pins),
    isFull,
    place: (card: ArticleCard, slot: number) => change(placePin(pins, card, slot, slots)),
    remove: (slot: number) => change(removePin(pins, slot)),
    endAt: (slot: number, endsAt: Date | null) => change(endPinAt(pins, slot, endsAt)),
    undo: () => change(base.pins),
    save: () =>
      saving.run({
        categoryId,
        version: base.version,
        pins: pins.map(({ slot, card, endsAt }) => ({ slot, articleId: card.id, endsAt })),
      }),
    saving,
    /** What is wrong with the pin in this slot, or with its end. */
    problemOf: (slot: number, part?: 'endsAt') => {
      const index = pins.findIndex((pin) => pin.slot === slot);
      return index < 0 ? undefined : saving.errorOf(part ? `pins.${index}.${part}` : `pins.${index}`);
    },
    theirs,
    takeTheirs: () => {
      if (!theirs) return;
      setBase(theirs);
      setPins(theirs.pins);
      setTheirs(null);
    },
    /** What is on the screen stays, and may now be saved over what the other person saved. */
    keepMine: () => {
      if (theirs) setBase(theirs);
      setTheirs(null);
    },
  };
}
