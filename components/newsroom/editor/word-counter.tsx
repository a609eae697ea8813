'use client';
import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { wordCount } from '#lib/site/text.ts';

/** Counting waits for a pause in the typing: nobody reads a number while writing. */
const pauseMs = 400;

const countIn = (editor: Editor) => {
  const { doc } = editor.state;
  return wordCount(doc.textBetween(0, doc.content.size, '\n', '\n'));
};

/** How many words the body has. */
export function WordCounter({ editor }: { editor: Editor }) {
  const [count, setCount] = useState(() => countIn(editor));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setCount(countIn(editor)), pauseMs);
    };
    editor.on('update', later);
    return () => {
      clearTimeout(timer);
      editor.off('update', later);
    };
  }, [editor]);
  return <p className="word-counter">{count.toLocaleString('vi-VN')} chữ</p>;
}
