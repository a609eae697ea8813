'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { SignInAgain } from '#components/newsroom/sign-in-again.tsx';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { type ServerAction, useAction } from '#components/ui/use-action.ts';
import type { BreakingNews } from '#lib/front/types.ts';
import { dateAndTime } from '#lib/site/dates.ts';
import { type BreakingContent, BreakingForm, type Sent } from './breaking-form.tsx';
import type { FindArticles } from './use-found.ts';

interface BreakingActions {
  announce: ServerAction<BreakingContent & { instead: number | null }, void>;
  change: ServerAction<BreakingContent & { id: number }, void>;
  end: ServerAction<{ id: number }, void>;
}

interface Props {
  /** What stands above readers' pages now. */
  current: BreakingNews | null;
  actions: BreakingActions;
  find: FindArticles;
  email: string;
}

type Mode = 'announce' | 'change' | null;

/** What stands now, since when and until when. */
function Standing({ news }: { news: BreakingNews }) {
  return (
    <div className="breaking-now">
      <p className="headline">{news.text}</p>
      <p className="quiet small">
        {news.article ? <>Dẫn tới bài “{news.article.title}”. </> : 'Không dẫn tới bài nào. '}
        Phát lúc {dateAndTime(news.since)}
        {news.by && ` bởi ${news.by}`},{' '}
        {news.endsAt ? `hết lúc ${dateAndTime(news.endsAt)}` : 'chưa hẹn giờ hết'}.
      </p>
      {!news.isPublic && (
        <p className="field-error">
          Bài này đã bị gỡ nên độc giả không thấy dòng này; hãy đổi bài hoặc kết thúc.
        </p>
      )}
    </div>
  );
}

/** The line "Tin nóng" above every reader's page: announced, changed and ended here. */
export function BreakingPanel({ current, actions, find, email }: Props) {
  const router = useRouter();
  const [mode, setMode] = useState<Mode>(null);
  const [isEnding, setEnding] = useState(false);
  const close = () => {
    setMode(null);
    setEnding(false);
    router.refresh();
  };
  const announcing = useAction(actions.announce, { done: close, say: 'Tin nóng đã lên mọi trang.' });
  const changing = useAction(actions.change, { done: close, say: 'Đã đổi tin nóng trên mọi trang.' });
  const ending = useAction(actions.end, { done: close, say: 'Đã kết thúc tin nóng.' });
  const sent: Sent = mode === 'change' ? changing : announcing;
  const [last, setLast] = useState<BreakingContent | null>(null);

  const send = (content: BreakingContent) => {
    setLast(content);
    if (mode === 'change' && current) void changing.run({ id: current.id, ...content });
    else void announcing.run({ instead: current?.id ?? null, ...content });
  };
  const end = () => {
    if (current) void ending.run({ id: current.id });
  };
  const open = (next: Mode) => {
    announcing.reset();
    changing.reset();
    setMode(next);
  };
  const isSignedOut = (isEnding ? ending : sent).trouble?.problem === 'signed-out';

  return (
    <section className="panel stack-tight breaking-panel" aria-labelledby="tin-nong">
      <h2 id="tin-nong">Tin nóng</h2>
      {current ? (
        <Standing news={current} />
      ) : (
        <p className="quiet">Không có tin nóng. Dòng tin nóng đứng trên đầu mọi trang của báo.</p>
      )}
      {mode === null && (
        <div className="buttons">
          <Button onClick={() => open('announce')}>
            {current ? 'Phát tin khác thay vào' : 'Phát tin nóng'}
          </Button>
          {current && <Button onClick={() => open('change')}>Đổi tin nóng</Button>}
          {current && <Button onClick={() => setEnding(true)}>Kết thúc tin nóng</Button>}
        </div>
      )}
      {mode !== null && (
        <BreakingForm
          key={mode}
          news={mode === 'change' ? current : null}
          confirm={mode === 'change' ? 'Lưu tin nóng' : 'Phát ngay'}
          sent={sent}
          find={find}
          onSend={send}
          onCancel={() => setMode(null)}
        />
      )}
      <ConfirmDialog
        open={isEnding}
        title="Kết thúc tin nóng?"
        confirm="Kết thúc"
        busy={ending.busy}
        problem={ending.trouble?.message}
        onConfirm={end}
        onCancel={() => setEnding(false)}
      >
        <p>Dòng tin nóng biến khỏi mọi trang của độc giả ngay bây giờ.</p>
      </ConfirmDialog>
      <SignInAgain
        open={isSignedOut}
        email={email}
        onDone={() => {
          if (isEnding) end();
          else if (last) send(last);
        }}
        onCancel={() => (isEnding ? ending : sent === changing ? changing : announcing).reset()}
      />
    </section>
  );
}
