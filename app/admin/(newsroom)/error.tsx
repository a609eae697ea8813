'use client';
import { Button } from '#components/ui/button.tsx';
import { StatusMessage } from '#components/ui/status-message.tsx';

/** A page that could not be made, as when the database is away for a moment. */
export default function PageFailed({ reset }: { error: Error; reset: () => void }) {
  return (
    <div className="stack">
      <h1>Trang này chưa mở được</h1>
      <StatusMessage kind="danger">
        Máy chủ vừa gặp trục trặc khi mở trang. Những gì đã lưu vẫn còn nguyên; hãy thử lại sau ít giây.
      </StatusMessage>
      <div className="buttons">
        <Button variant="primary" onClick={reset}>
          Thử lại
        </Button>
      </div>
    </div>
  );
}
