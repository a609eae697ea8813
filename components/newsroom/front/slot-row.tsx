'use client';
import { useSortable } from '@dnd-kit/sortable';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { ArticleCard } from '#lib/articles/types.ts';
import type { DeskPin } from '#lib/front/types.ts';
import { minuteInVietNam, momentInVietNam } from '#lib/site/dates.ts';
import { CardLine } from './card-line.tsx';
import { DragHandle, dragRow } from './drag-handle.tsx';

export interface SlotActions {
  place: (card: ArticleCard, slot: number) => void;
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

function PinTools({ slot, slots, pin, endProblem, place, remove, endAt }: Props & { pin: DeskPin }) {
  const { card, endsAt } = pin;
  const of = <Of title={card.title} />;
  return (
    <>
      <div className="buttons">
        <Button variant="plain" disabled={slot === 1} onClick={() => place(card, slot - 1)}>
          Lên{of}
        </Button>
        <Button variant="plain" disabled={slot === slots} onClick={() => place(card, slot + 1)}>
          Xuống{of}
        </Button>
        <Button variant="plain" onClick={() => remove(slot)}>
          Bỏ ghim{of}
        </Button>
      </div>
      <TextField
        label={<>Hết hạn ghim (giờ Việt Nam){of}</>}
        type="datetime-local"
        value={endsAt ? minuteInVietNam(endsAt) : ''}
        error={endProblem}
        onChange={(minute) => endAt(slot, momentInVietNam(minute))}
      />
    </>
  );
}

/** A slot of a front: what stands in it, whether it is pinned there, and what can be done about it. */
export function SlotRow(props: Props) {
  const { slot, card, pin, problem, place, choose } = props;
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, isOver, isDragging } = useSortable({
    id: slot,
    disabled: { draggable: card === null, droppable: false },
    attributes: { roleDescription: 'bài kéo được' },
  });
  const states = ['slot', pin && 'slot-pinned', isOver && 'slot-over', isDragging && 'slot-dragging'];
  return (
    <li ref={setNodeRef} className={states.filter(Boolean).join(' ')} {...dragRow(listeners)}>
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
        {pin && <PinTools {...props} pin={pin} />}
        <div className="buttons">
          {card && !pin && (
            <Button variant="plain" onClick={() => place(card, slot)}>
              Ghim ở đây
              <Of title={card.title} />
            </Button>
          )}
          <Button variant="plain" onClick={() => choose(slot)}>
            Chọn bài<span className="visually-hidden"> cho vị trí {slot}</span>
          </Button>
        </div>
      </div>
    </li>
  );
}
