'use client';
import { useSortable } from '@dnd-kit/sortable';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { ArticleCard } from '#lib/articles/types.ts';
import type { DeskPin } from '#lib/front/types.ts';
import { minuteInVietNam, momentInVietNam } from '#lib/site/dates.ts';
import { CardLine } from './card-line.tsx';
import { DragHandle, dragRow } from './drag-handle.tsx';
import type { Tool } from './follow.ts';

export interface SlotActions {
  /** @param tool  what was used, which the focus goes on with in the article's new slot */
  place: (card: ArticleCard, slot: number, tool: Tool) => void;
  remove: (slot: number) => void;
  endAt: (slot: number, endsAt: Date | null) => void;
  /** Looks for an article for this slot. */
  choose: (slot: number) => void;
}

interface Props extends SlotActions {
  slot: number;
  slots: number;
  /** What readers will see there. */
  card: ArticleCard | null;
  pin: DeskPin | undefined;
  problem: string | undefined;
  endProblem: string | undefined;
}

/** A button's word, and for whoever hears it alone which article it is about. */
function Of({ title }: { title: string }) {
  return <span className="visually-hidden"> – {title}</span>;
}

/** What a pinned article can be moved and freed by. */
function PinButtons({ slot, slots, pin: { card }, place, remove }: Props & { pin: DeskPin }) {
  const of = <Of title={card.title} />;
  return (
    <>
      <Button
        variant="plain"
        data-tool="up"
        disabled={slot === 1}
        onClick={() => place(card, slot - 1, 'up')}
      >
        Lên{of}
      </Button>
      <Button
        variant="plain"
        data-tool="down"
        disabled={slot === slots}
        onClick={() => place(card, slot + 1, 'down')}
      >
        Xuống{of}
      </Button>
      <Button variant="plain" onClick={() => remove(slot)}>
        Bỏ ghim{of}
      </Button>
    </>
  );
}

/** A slot of a front: what stands in it, whether it is pinned there, and what can be done about it. */
export function SlotRow(props: Props) {
  const { slot, card, pin, problem, endProblem, place, choose, endAt } = props;
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, isOver, isDragging } = useSortable({
    id: slot,
    disabled: { draggable: card === null, droppable: false },
    attributes: { roleDescription: 'bài kéo được' },
  });
  const states = ['slot', pin && 'slot-pinned', isOver && 'slot-over', isDragging && 'slot-dragging'];
  return (
    <li
      ref={setNodeRef}
      data-slot={slot}
      className={states.filter(Boolean).join(' ')}
      {...dragRow(listeners)}
    >
      <span className="slot-number numbers">{slot}</span>
      {card ? (
        <DragHandle
          ref={setActivatorNodeRef}
          title={card.title}
          attributes={attributes}
          listeners={listeners}
        />
      ) : (
        <span />
      )}
      <div className="slot-main">
        {card ? <CardLine card={card} /> : <p className="quiet">Chưa có bài nào.</p>}
        {problem && <p className="field-error">{problem}</p>}
      </div>
      <div className="slot-tools">
        <span className={pin ? 'slot-state slot-state-pinned' : 'slot-state'}>
          {pin ? 'Đã ghim' : 'Tự chạy'}
        </span>
        {pin && <PinButtons {...props} pin={pin} />}
        {card && !pin && (
          <Button variant="plain" onClick={() => place(card, slot, 'down')}>
            Ghim ở đây
            <Of title={card.title} />
          </Button>
        )}
        <Button variant="plain" data-tool="choose" onClick={() => choose(slot)}>
          Chọn bài<span className="visually-hidden"> cho vị trí {slot}</span>
        </Button>
        {pin && (
          <TextField
            label={
              <>
                Hết hạn ghim (giờ Việt Nam)
                <Of title={pin.card.title} />
              </>
            }
            type="datetime-local"
            value={pin.endsAt ? minuteInVietNam(pin.endsAt) : ''}
            error={endProblem}
            onChange={(minute) => endAt(slot, momentInVietNam(minute))}
          />
        )}
      </div>
    </li>
  );
}
