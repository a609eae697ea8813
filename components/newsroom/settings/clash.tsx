'use client';
import { Button } from '#components/ui/button.tsx';

interface Props {
  /** What the other person saved for this setting. */
  theirs: string;
  onTake: () => void;
}

/** Under a setting that somebody else changed in another way meanwhile: theirs, to be taken or written over. */
export function Clash({ theirs, onTake }: Props) {
  return (
    <p className="setting-clash">
      <span>Bản người kia vừa lưu: {theirs === '' ? 'để trống' : <q>{theirs}</q>}. </span>
      <Button variant="plain" onClick={onTake}>
        Lấy bản đó
      </Button>
    </p>
  );
}
