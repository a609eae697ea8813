'use client';
import { DndContext, type DragEndEvent, DragOverlay, type UniqueIdentifier } from '@dnd-kit/core';
import { useRef, useState } from 'react';
import { SignInAgain } from '#components/newsroom/sign-in-again.tsx';
import { Button } from '#components/ui/button.tsx';
import { FormErrors } from '#components/ui/form-errors.tsx';
import { StatusMessage } from '#components/ui/status-message.tsx';
import { useLeaveGuard } from '#components/ui/use-leave-guard.ts';
import type { ArticleCard } from '#lib/articles/types.ts';
import { type Arrangement, type Pin, type SlotGroup, slotsOf } from '#lib/front/types.ts';
import { dateAndTime } from '#lib/site/dates.ts';
import { frontPreviewPath } from '#lib/site/urls.ts';
import { announcements, instructions } from './announcements.ts';
import { CardLine } from './card-line.tsx';
import { type Tool, useFollow } from './follow.ts';
import { FrontPreview } from './front-preview.tsx';
import { Meanwhile } from './meanwhile.tsx';
import { PinSearch } from './pin-search.tsx';
import { SlotList } from './slot-list.tsx';
import { type SaveArrangement, useArrangement } from './use-arrangement.ts';
import { autoScroll, overSlot, useDragSensors } from './use-drag.ts';
import type { FindArticles } from './use-found.ts';

interface Props {
  arrangement: Arrangement;
  save: SaveArrangement;
  find: FindArticles;
  /** What stands in each slot with these pins; the readers' own rule. */
  fill: (
    pins: readonly Pin[],
    newest: readonly ArticleCard[],
    groups: readonly SlotGroup[],
  ) => (ArticleCard | null)[];
  /** Of the person whose page this is. */
  email: string;
}

/** A front being arranged: its slots with what is pinned and what flows, and beside them the page as it will be. */
export function FrontDesk({ arrangement, save, find, fill, email }: Props) {
  const desk = useArrangement(arrangement, save);
  const { pins, newest, saving } = desk;
  const groups = slotsOf(arrangement.categoryId);
  const filled = fill(pins, newest, groups);
  const places = groups.flatMap(({ name, count }) => Array.from({ length: count }, () => name));
  const placeOf = (slot: number) => `vị trí ${slot}, ${places[slot - 1] ?? ''}`;
  const [target, setTarget] = useState(1);
  const [dragged, setDragged] = useState<ArticleCard | null>(null);
  const box = useRef<HTMLInputElement>(null);
  const known = useRef(new Map<UniqueIdentifier, string>());
  useLeaveGuard(desk.isChanged);

  const follow = useFollow();
  const place = (card: ArticleCard, slot: number, tool: Tool) => {
    desk.place(card, slot);
    follow(slot, tool);
  };
  const cardOf = ({ active }: Pick<DragEndEvent, 'active'>): ArticleCard | null =>
    typeof active.id === 'number' ? (filled[active.id - 1] ?? null) : (active.data.current?.['card'] ?? null);
  const drop = (event: DragEndEvent) => {
    const card = cardOf(event);
    setDragged(null);
    if (card && typeof event.over?.id === 'number' && event.over.id !== event.active.id) {
      place(card, event.over.id, 'handle');
    }
  };
  const lift = (event: Pick<DragEndEvent, 'active'>) => {
    const card = cardOf(event);
    setDragged(card);
    known.current.set(event.active.id, card?.title ?? '');
  };

  return (
    <div className="front-desk">
      <DndContext
        id="trang-nhat"
        sensors={useDragSensors()}
        collisionDetection={overSlot}
        autoScroll={autoScroll}
        onDragStart={lift}
        onDragEnd={drop}
        onDragCancel={() => setDragged(null)}
        accessibility={{
          // The article is in another row afterwards; the focus goes along (useFollow).
          restoreFocus: false,
          screenReaderInstructions: { draggable: instructions },
          announcements: announcements(
            (id) => known.current.get(id) ?? '',
            (id) => placeOf(Number(id)),
          ),
        }}
      >
        <div className="front-slots">
          <FormErrors trouble={saving.trouble} />
          {desk.theirs && <Meanwhile theirs={desk.theirs} onTake={desk.takeTheirs} onKeep={desk.keepMine} />}
          {desk.isFull && (
            <StatusMessage kind="danger">Mọi vị trí đã có bài ghim; hãy bỏ ghim một bài trước.</StatusMessage>
          )}
          <PinSearch
            find={find}
            slot={target}
            onSlot={setTarget}
            places={places.map((name, index) => `${index + 1}. ${name}`)}
            pinnedAt={(card) => pins.find((pin) => pin.card.id === card.id)?.slot ?? null}
            onPin={desk.place}
            box={box}
          />
          <SlotList
            groups={groups}
            filled={filled}
            pins={pins}
            problemOf={desk.problemOf}
            place={place}
            remove={(slot) => {
              desk.remove(slot);
              follow(slot, 'choose');
            }}
            endAt={desk.endAt}
            choose={(slot) => {
              setTarget(slot);
              box.current?.focus();
            }}
          />
          <div className="save-bar">
            <Button variant="primary" busy={saving.busy} onClick={() => void desk.save()}>
              Lưu sắp xếp
            </Button>
            {desk.isChanged && <Button onClick={desk.undo}>Hoàn lại</Button>}
            <span className="quiet" role="status">
              {desk.isChanged ? 'Có thay đổi chưa lưu.' : 'Đã lưu'}
              {desk.last && ` Lần trước: ${desk.last.by ?? 'máy'}, ${dateAndTime(desk.last.at)}.`}
            </span>
          </div>
        </div>
        <DragOverlay>
          {dragged && (
            <div className="drag-shown">
              <CardLine card={dragged} />
            </div>
          )}
        </DragOverlay>
      </DndContext>
      <FrontPreview
        address={frontPreviewPath(
          arrangement.categoryId,
          pins.map(({ slot, card }) => ({ slot, articleId: card.id })),
        )}
      />
      <SignInAgain
        open={saving.trouble?.problem === 'signed-out'}
        email={email}
        onDone={() => void desk.save()}
        onCancel={saving.reset}
      />
    </div>
  );
}
