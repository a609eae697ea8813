'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Link } from '#components/ui/link.tsx';
import { isoWithOffset, timeOfDay } from '#lib/site/dates.ts';
import { SignInAgain } from '../sign-in-again.tsx';
import { PresenceNote } from './presence-note.tsx';
import { type NameOf, ThreeWay } from './three-way.tsx';
import type { SaveState, Saving } from './types.ts';

interface Props {
  saving: Saving;
  /** Whether the person may change the article at all. */
  mayWrite: boolean;
  /** The person's own e-mail, to sign in again with. */
  email: string;
  /** Address of the article's history. */
  history: string;
  nameOf?: NameOf | undefined;
}

const words: Record<SaveState, string> = {
  saved: 'Đã lưu',
  unsaved: 'Chưa lưu',
  saving: 'Đang lưu…',
  offline: 'Mất kết nối; bài được giữ trong trình duyệt và tự lưu khi có mạng',
  'signed-out': 'Phiên làm việc đã hết; bài được giữ trong trình duyệt',
  conflict: 'Người khác cũng vừa sửa; chưa lưu',
  refused: 'Chưa lưu được',
};

/** Whether everything is saved, who else is here, and what needs the person: to sign in again, or to join two texts. */
export function SavingBar({ saving, mayWrite, email, history, nameOf }: Props) {
  const { state, savedAt, problem, conflict, joinedWith } = saving;
  /** The conflict that was put off. */
  const [later, setLater] = useState<Saving['conflict']>(null);
  const [isSignInPutOff, putOffSignIn] = useState(false);
  const putOff = conflict !== null && later?.theirs === conflict.theirs;
  return (
    <div className="saving-bar" data-state={state}>
      <div className="saving-line">
        <span className="saving-state" role="status">
          {words[state]}
        </span>
        {state === 'saved' && savedAt && (
          <time className="quiet small numbers" dateTime={isoWithOffset(savedAt)}>
            {timeOfDay(savedAt)}
          </time>
        )}
        {state === 'signed-out' && (
          <Button variant="primary" onClick={() => putOffSignIn(false)}>
            Đăng nhập lại
          </Button>
        )}
        {state === 'offline' && <Button onClick={() => void saving.saveNow()}>Thử lại</Button>}
        {putOff && (
          <Button variant="primary" onClick={() => setLater(null)}>
            Xem và ghép
          </Button>
        )}
        <Link href={history} className="small">
          Lịch sử
        </Link>
      </div>
      {state === 'refused' && problem && (
        <p role="alert" className="status-danger">
          {problem.message}
        </p>
      )}
      {joinedWith && (
        <p className="small quiet" role="status">
          Đã ghép với phần {joinedWith.name ?? 'người khác'} lưu lúc {timeOfDay(joinedWith.at)}.{' '}
          <Link href={history}>Xem từng bản</Link>
        </p>
      )}
      <PresenceNote saving={saving} mayWrite={mayWrite} />
      <SignInAgain
        open={state === 'signed-out' && !isSignInPutOff}
        email={email}
        onDone={saving.signedIn}
        onCancel={() => putOffSignIn(true)}
      />
      <Dialog
        open={conflict !== null && !putOff}
        onClose={() => setLater(conflict)}
        title="Hai người cùng sửa bài này"
        wide
      >
        {conflict && <ThreeWay conflict={conflict} nameOf={nameOf} resolve={saving.resolve} />}
      </Dialog>
    </div>
  );
}
