'use client';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { isWebAddress, linkAddress } from '#lib/site/links.ts';
import { insertBlocks } from './commands.ts';
import { addressProblem } from './link-dialog.tsx';
import { embedOfAddress } from './paste/paste-extension.ts';

interface Props {
  editor: Editor;
  open: boolean;
  onClose: () => void;
}

/** Asks for the address of what is to be embedded. */
export function EmbedDialog({ editor, open, onClose }: Props) {
  return (
    <Dialog open={open} onClose={onClose} title="Nhúng video hoặc trang khác">
      <EmbedForm editor={editor} onClose={onClose} />
    </Dialog>
  );
}

function EmbedForm({ editor, onClose }: Omit<Props, 'open'>) {
  const [address, setAddress] = useState('');
  const [name, setName] = useState('');
  const [error, setError] = useState<string>();
  const insert = () => {
    const href = linkAddress(address);
    if (!href || !isWebAddress(href)) {
      setError(addressProblem);
      return;
    }
    onClose();
    // The window gives the focus back first.
    requestAnimationFrame(() => {
      insertBlocks(editor, [embedOfAddress(href, name.trim())]);
      editor.commands.focus();
    });
  };
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        insert();
      }}
    >
      <TextField
        label="Địa chỉ"
        hint="Video của YouTube phát ngay trong bài; địa chỉ khác thành một thẻ dẫn tới trang đó."
        inputMode="url"
        placeholder="https://"
        value={address}
        error={error}
        onChange={(value) => {
          setAddress(value);
          setError(undefined);
        }}
      />
      <TextField label="Tên video hoặc tên trang" value={name} onChange={setName} maxLength={300} />
      <div className="buttons buttons-end">
        <Button onClick={onClose}>Thôi</Button>
        <Button type="submit" variant="primary">
          Nhúng
        </Button>
      </div>
    </form>
  );
}
