'use client';
import { Button } from '#components/ui/button.tsx';
import { StatusMessage } from '#components/ui/status-message.tsx';
import type { Arrangement } from '#lib/front/types.ts';
import { dateAndTime } from '#lib/site/dates.ts';

interface Props {
  theirs: Arrangement;
  onTake: () => void;
  onKeep: () => void;
}

/** Somebody else arranged the front meanwhile: what they pinned, and the person's choice. */
export function Meanwhile({ theirs, onTake, onKeep }: Props) {
  const { last, pins } = theirs;
  return (
    <StatusMessage kind="warning">
      <p>
        {last?.by ?? 'Người khác'} vừa sắp xếp lại trang này{last && ` lúc ${dateAndTime(last.at)}`}. Bản của
        bạn chưa được lưu và vẫn còn dưới đây. Trên báo đang ghim:
      </p>
      <ul>
        {pins.map(({ slot, card }) => (
          <li key={slot}>
            Vị trí {slot}: {card.title}
          </li>
        ))}
        {pins.length === 0 && <li>không bài nào</li>}
      </ul>
      <div className="buttons">
        <Button onClick={onTake}>Lấy bản của họ</Button>
        <Button onClick={onKeep}>Giữ bản của tôi</Button>
      </div>
    </StatusMessage>
  );
}
