'use client';
import { type Editor, Extension } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { PicturePicker } from '#components/newsroom/pictures/picture-picker.tsx';
import { say } from '#components/ui/toast.tsx';
import type { PickedPicture } from '#lib/media/types.ts';
import { insertBlocks, photoOfPicked, placePhoto } from './commands.ts';
import type { Draft } from './draft.ts';
import { EmbedDialog } from './embed-dialog.tsx';
import { fromBlocks } from './from-blocks.ts';
import { LinkDialog } from './link-dialog.tsx';
import { Paste } from './paste/paste-extension.ts';
import { textExtensions } from './schema.ts';
import { type EditorServices, useEditorServices } from './services.ts';
import { toBlocks } from './to-blocks.ts';
import { Toolbar } from './toolbar.tsx';
import type { ToolWindow } from './toolbar-items.tsx';
import { blockExtensions } from './views/with-views.ts';
import { WordCounter } from './word-counter.tsx';

interface Props {
  draft: Draft;
  /** Gets the editor once it is there, so that the checks can lead into the text. */
  onReady: (editor: Editor | null) => void;
  onHelp: () => void;
}

const bodyId = 'bai-noi-dung';

interface Parts {
  draft: Draft;
  services: () => EditorServices;
  open: (window: ToolWindow) => void;
}

/** What the keyboard can do in the text beside what its blocks bring along. */
const keysFor = (open: Parts['open']) =>
  Extension.create({
    name: 'articleKeys',
    addKeyboardShortcuts: () => ({
      'Mod-k': () => {
        open('link');
        return true;
      },
      'Mod-Alt-a': () => {
        open('photo');
        return true;
      },
      'Alt-F10': () => {
        document.querySelector<HTMLElement>('.toolbar [tabindex="0"]')?.focus();
        return true;
      },
    }),
  });

function extensionsFor({ services, open }: Parts, editorNow: () => Editor | null) {
  const send = (file: File): string => {
    const { pending, pictures } = services();
    return pending.add(file, (picture, upload) => {
      pictures.add(picture);
      const editor = editorNow();
      if (editor) placePhoto(editor, upload, picture);
    });
  };
  const refuse = () => say('Chỉ đưa được tệp ảnh vào bài.');
  return [...textExtensions, ...blockExtensions, Paste.configure({ send, refuse }), keysFor(open)];
}

function useBodyEditor(parts: Parts, editable: boolean): Editor | null {
  const { draft } = parts;
  const current = useRef<Editor | null>(null);
  const [extensions] = useState(() => extensionsFor(parts, () => current.current));
  const editor = useEditor({
    // The page comes from the server first; the browser has the editor once its script runs.
    immediatelyRender: false,
    // A key stroke draws nothing of React's anew.
    shouldRerenderOnTransaction: false,
    extensions,
    content: fromBlocks(draft.initial.body),
    editable,
    enableInputRules: ['heading', 'listShortcuts'],
    enablePasteRules: false,
    editorProps: {
      attributes: {
        id: bodyId,
        class: 'body-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': 'Nội dung',
        spellcheck: 'false',
      },
    },
    onUpdate: () => draft.bodyChanged(),
  });
  useEffect(() => {
    current.current = editor;
    if (editor) draft.readBodyFrom(() => toBlocks(editor.getJSON()));
  }, [editor, draft]);
  useEffect(() => {
    if (!editor) return;
    editor.setEditable(editable, false);
    // Read-only it is still a text to go through with the keyboard.
    editor.view.dom.setAttribute('aria-readonly', String(!editable));
    editor.view.dom.tabIndex = 0;
  }, [editor, editable]);
  return editor;
}

/** The text of the article, with the buttons above it. */
export function BodyEditor({ draft, onReady, onHelp }: Props) {
  const services = useEditorServices();
  const latest = useRef(services);
  useEffect(() => {
    latest.current = services;
  });
  const [opened, setOpened] = useState<ToolWindow | null>(null);
  const open = (window: ToolWindow) => (window === 'help' ? onHelp() : setOpened(window));
  const editor = useBodyEditor({ draft, services: () => latest.current, open }, services.editable);
  const ready = useRef(onReady);
  useEffect(() => {
    ready.current(editor);
    return () => ready.current(null);
  }, [editor]);
  return (
    <div className="body-editor">
      {editor && services.editable && <Toolbar editor={editor} controls={bodyId} onOpen={open} />}
      <EditorContent editor={editor} />
      {editor && (
        <>
          <WordCounter editor={editor} />
          <Windows editor={editor} opened={opened} onClose={() => setOpened(null)} />
        </>
      )}
    </div>
  );
}

interface WindowsProps {
  editor: Editor;
  opened: ToolWindow | null;
  onClose: () => void;
}

/** What the buttons above the text open. */
function Windows({ editor, opened, onClose }: WindowsProps) {
  const { pictures, searchPictures, uploadEndpoint } = useEditorServices();
  const insert = (picked: PickedPicture[]) => {
    onClose();
    for (const picture of picked) pictures.add(picture);
    const photos = picked.map(photoOfPicked);
    const blocks =
      opened === 'gallery' && photos.length > 1
        ? [{ type: 'gallery', attrs: { photos } }]
        : photos.map((attrs) => ({ type: 'photo', attrs }));
    // The window gives the focus back first.
    requestAnimationFrame(() => {
      insertBlocks(editor, blocks);
      editor.commands.focus();
    });
  };
  return (
    <>
      <LinkDialog editor={editor} open={opened === 'link'} onClose={onClose} />
      <EmbedDialog editor={editor} open={opened === 'embed'} onClose={onClose} />
      <PicturePicker
        open={opened === 'photo' || opened === 'gallery'}
        multiple={opened === 'gallery'}
        search={searchPictures}
        upload={{ endpoint: uploadEndpoint }}
        onPick={insert}
        onClose={onClose}
      />
    </>
  );
}
