'use client';
import { useRef } from 'react';
import type { ArticleContent } from '#lib/articles/types.ts';
import type { SavingOptions } from '../saving/open-saving.ts';
import { SavingBar } from '../saving/saving-bar.tsx';
import type { Saving } from '../saving/types.ts';
import { useSaving } from '../saving/use-saving.ts';

export function TryForm({ options, email }: { options: SavingOptions; email: string }) {
  const saving = useSaving(options);
  return (
    <>
      <SavingBar
        saving={saving}
        mayWrite={options.mayWrite}
        email={email}
        history={`/admin/bai-viet/${options.articleId}/lich-su`}
      />
      {saving.initial && <Fields key={saving.formKey} initial={saving.initial} saving={saving} />}
    </>
  );
}

function Fields({ initial, saving }: { initial: ArticleContent; saving: Saving }) {
  const ref = useRef<HTMLFormElement>(null);
  const read = (): ArticleContent => {
    const data = new FormData(ref.current ?? undefined);
    const body = String(data.get('body'))
      .split('\n')
      .map((text) => ({ type: 'paragraph' as const, line: [{ text }] }));
    return { ...initial, title: String(data.get('title')), sapo: String(data.get('sapo')), body };
  };
  const body = initial.body
    .map((block) => ('line' in block ? block.line.map((run) => run.text).join('') : `[${block.type}]`))
    .join('\n');
  return (
    <form ref={ref} className="form" onInput={() => saving.edit(read)}>
      <label>
        Tiêu đề
        <input name="title" className="input" defaultValue={initial.title} readOnly={!saving.holding} />
      </label>
      <label>
        Sapo
        <textarea name="sapo" className="input" defaultValue={initial.sapo} readOnly={!saving.holding} />
      </label>
      <label>
        Nội dung
        <textarea name="body" className="input" rows={12} defaultValue={body} readOnly={!saving.holding} />
      </label>
    </form>
  );
}
