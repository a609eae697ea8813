'use client';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { linkAddress } from '#lib/site/links.ts';

interface Props {
  editor: Editor;
  open: boolean;
  onClose: () => void;
}

export const addressProblem =
  'Địa chỉ chưa đúng. Hãy gõ trọn địa chỉ, ví dụ https://example.vn/bai hoặc ten@example.vn.';

/** Asks where the selected words lead. */
export function LinkDialog({ editor, open, onClose }: Props) {
  return (
    <Dialog open={open} onClose={onClose} title="Liên kết">
      <LinkForm editor={editor} onClose={onClose} />
    </Dialog>
  );
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

function LinkForm({ editor, onClose }: Omit<Props, 'open'>) {
  const before = textOf(editor.getAttributes('link')['href']);
  const needsText = editor.state.selection.empty && before === '';
  const [address, setAddress] = useState(before);
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();

  const finish = (work: () => void) => {
    onClose();
    // The window gives the focus back first.
    requestAnimationFrame(work);
  };
  const set = () => {
    const href = linkAddress(address);
    if (!href) {
      setError(addressProblem);
      return;
    }
    finish(() => {
      const chain = editor.chain().focus();
      const marks = [{ type: 'link', attrs: { href } }];
      if (needsText) chain.insertContent({ type: 'text', text: text.trim() || address.trim(), marks }).run();
      else chain.extendMarkRange('link').setLink({ href }).run();
    });
  };
  const remove = () => finish(() => editor.chain().focus().extendMarkRange('link').unsetLink().run());

  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        set();
      }}
    >
      <TextField
        label="Địa chỉ"
        inputMode="url"
        placeholder="https://"
        value={address}
        error={error}
        onChange={(value) => {
          setAddress(value);
          setError(undefined);
        }}
      />
      {needsText && <TextField label="Chữ mang liên kết" value={text} onChange={setText} />}
      <div className="buttons buttons-end">
        {before && (
          <Button variant="danger" onClick={remove}>
            Bỏ liên kết
          </Button>
        )}
        <Button onClick={onClose}>Thôi</Button>
        <Button type="submit" variant="primary">
          Đặt liên kết
        </Button>
      </div>
    </form>
  );
}
