import type { ArticleCard } from '#lib/articles/types.ts';
import type { DeskPin } from '#lib/front/types.ts';

// What an editor's hand does to the pins of a front. One slot, one article; one article, one slot.

export const pinAt = (pins: readonly DeskPin[], slot: number): DeskPin | undefined =>
  pins.find((pin) => pin.slot === slot);

const slotOf = (pins: readonly DeskPin[], card: ArticleCard): number | null =>
  pins.find((pin) => pin.card.id === card.id)?.slot ?? null;

/** The slots from `slot` on that are taken without a gap, in one direction; null where they reach the end. */
function takenRun(pins: readonly DeskPin[], slot: number, step: 1 | -1, slots: number): number[] | null {
  const run: number[] = [];
  for (let at = slot; pinAt(pins, at); at += step) run.push(at);
  const after = slot + run.length * step;
  return after < 1 || after > slots ? null : run;
}

/**
 * Pins an article to a slot, from another slot or from none. What stood there makes room: it moves on by one towards where
 * the article came from, or down, and pushes what is pinned behind it as far as the next slot without a pin.
 * @param slots  how many the front has
 * @returns the pins, or null where every slot has a pin already
 */
export function placePin(
  pins: readonly DeskPin[],
  card: ArticleCard,
  slot: number,
  slots: number,
): DeskPin[] | null {
  const from = slotOf(pins, card);
  const endsAt = pins.find((pin) => pin.card.id === card.id)?.endsAt ?? null;
  const others = pins.filter((pin) => pin.card.id !== card.id);
  const first = from !== null && from < slot ? -1 : 1;
  for (const step of [first, -first] as (1 | -1)[]) {
    const run = takenRun(others, slot, step, slots);
    if (!run) continue;
    const moved = others.map((pin) => (run.includes(pin.slot) ? { ...pin, slot: pin.slot + step } : pin));
    return [...moved, { slot, card, endsAt }].sort((a, b) => a.slot - b.slot);
  }
  return null;
}

export const removePin = (pins: readonly DeskPin[], slot: number): DeskPin[] =>
  pins.filter((pin) => pin.slot !== slot);

export const endPinAt = (pins: readonly DeskPin[], slot: number, endsAt: Date | null): DeskPin[] =>
  pins.map((pin) => (pin.slot === slot ? { ...pin, endsAt } : pin));

/** Whether two arrangements are the same for readers, now and later. */
export function samePins(a: readonly DeskPin[], b: readonly DeskPin[]): boolean {
  const told = (pins: readonly DeskPin[]) =>
    JSON.stringify(
      [...pins]
        .sort((one, other) => one.slot - other.slot)
        .map(({ slot, card, endsAt }) => [slot, card.id, endsAt?.getTime() ?? null]),
    );
  return told(a) === told(b);
}
