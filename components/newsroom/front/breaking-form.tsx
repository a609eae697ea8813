'use client';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Combobox } from '#components/ui/combobox.tsx';
import { FormErrors } from '#components/ui/form-errors.tsx';
import type { Option } from '#components/ui/option.ts';
import { TextField } from '#components/ui/text-field.tsx';
import type { Running } from '#components/ui/use-action.ts';
import type { ArticleCard } from '#lib/articles/types.ts';
import type { BreakingNews } from '#lib/front/types.ts';
import { minuteInVietNam, momentInVietNam } from '#lib/site/dates.ts';
import type { FindArticles } from './use-found.ts';

/** What the line says, where it leads, when it ends. */
export interface BreakingContent {
  text: string;
  articleId: number | null;
  endsAt: Date | null;
}

/** What became of sending it, whichever action it was. */
export type Sent = Pick<Running<unknown, unknown>, 'busy' | 'trouble' | 'errorOf'>;

interface Props {
  /** What is changed; null for a new line. */
  news: BreakingNews | null;
  confirm: string;
  sent: Sent;
  find: FindArticles;
  onSend: (content: BreakingContent) => void;
  onCancel: () => void;
}

const longest = 160;

const toOption = (card: ArticleCard): Option => ({
  value: String(card.id),
  label: card.title,
  hint: card.section.name,
});

export function BreakingForm({ news, confirm, sent, find, onSend, onCancel }: Props) {
  const [text, setText] = useState(news?.text ?? '');
  const [article, setArticle] = useState<Option | null>(news?.article ? toOption(news.article) : null);
  const [minute, setMinute] = useState(news?.endsAt ? minuteInVietNam(news.endsAt) : '');
  const search = async (query: string) => {
    const answer = await find({ text: query });
    return answer.ok ? answer.value.map(toOption) : [];
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSend({ text, articleId: article && Number(article.value), endsAt: momentInVietNam(minute) });
  };
  return (
    <form className="form breaking-form" onSubmit={submit} noValidate>
      <FormErrors trouble={sent.trouble} />
      <TextField
        label="Câu tin nóng"
        value={text}
        onChange={setText}
        most={longest}
        required
        autoFocus
        error={sent.errorOf('text')}
      />
      <Combobox
        label="Dẫn tới bài"
        hint="Không bắt buộc; chỉ bài đã xuất bản."
        value={article}
        onChange={setArticle}
        search={search}
        error={sent.errorOf('articleId')}
      />
      <TextField
        label="Hết lúc (giờ Việt Nam)"
        hint="Để trống: đứng đến khi có người kết thúc."
        type="datetime-local"
        value={minute}
        onChange={setMinute}
        error={sent.errorOf('endsAt')}
      />
      <div className="buttons">
        <Button type="submit" variant="primary" busy={sent.busy}>
          {confirm}
        </Button>
        <Button onClick={onCancel}>Thôi</Button>
      </div>
    </form>
  );
}
