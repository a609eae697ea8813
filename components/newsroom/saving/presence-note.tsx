'use client';
import { Button } from '#components/ui/button.tsx';
import type { Saving } from './types.ts';

const list = new Intl.ListFormat('vi', { type: 'conjunction' });

/** Why this tab may not type, and how it may; null where it may. */
function standing({ holding, takenOverBy, heldElsewhere, others }: Saving): string | null {
  if (holding) return null;
  if (heldElsewhere) return 'Bạn đang viết bài này ở một cửa sổ khác; ở đây chỉ đọc được.';
  if (takenOverBy)
    return `${takenOverBy} vừa nhận viết bài này; ở đây giờ chỉ đọc được. Những gì bạn viết được giữ lại.`;
  const holder = others.find((other) => other.holding);
  return holder ? `${holder.name} đang viết bài này; bạn đang chỉ đọc.` : 'Không ai đang viết bài này.';
}

interface Props {
  saving: Saving;
  /** Whether the person might write here at all. */
  mayWrite: boolean;
}

/** Who else has the article open; where another holds it, that, and the offer to take it over. */
export function PresenceNote({ saving, mayWrite }: Props) {
  const { others, initial } = saving;
  if (initial === null) return null;
  const names = others.map((other) => other.name);
  const note = mayWrite ? standing(saving) : null;
  return (
    <div className="presence" aria-live="polite">
      {names.length > 0 && <p className="small">Đang mở bài: {list.format(names)}</p>}
      {note && (
        <div className="status-warning presence-offer">
          <p>{note}</p>
          <Button onClick={saving.takeOver}>Nhận viết tiếp</Button>
        </div>
      )}
    </div>
  );
}
