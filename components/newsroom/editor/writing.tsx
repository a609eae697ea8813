'use client';
import type { Editor } from '@tiptap/core';
import { useRef } from 'react';
import type { ArticleContent } from '#lib/articles/types.ts';
import { BodyEditor } from './body-editor.tsx';
import type { Draft } from './draft.ts';
import { fieldIds } from './field-names.ts';
import { GrowingText } from './fields/growing-text.tsx';
import { useEditorServices } from './services.ts';

interface Props {
  draft: Draft;
  errorOf: (field: keyof ArticleContent) => string | undefined;
  onEditor: (editor: Editor | null) => void;
  onHelp: () => void;
}

/** Longer headlines break into too many lines on a phone, and search engines cut them. */
const longestTitle = 110;
/** About five lines on a phone. */
const longestSapo = 300;

/** Headline, sapo and body, set as readers will see them. */
export function Writing({ draft, errorOf, onEditor, onHelp }: Props) {
  const { editable } = useEditorServices();
  const body = useRef<Editor | null>(null);
  const error = errorOf('body');
  return (
    <section className="writing" aria-label="Bài viết">
      <GrowingText
        id={fieldIds.title}
        label="Tiêu đề"
        className="writing-title"
        initial={draft.initial.title}
        onChange={(title) => draft.set('title', title)}
        readOnly={!editable}
        error={errorOf('title')}
        most={longestTitle}
        placeholder="Tiêu đề của bài"
        onEnter={() => document.getElementById(fieldIds.sapo)?.focus()}
      />
      <GrowingText
        id={fieldIds.sapo}
        label="Sapo"
        className="writing-sapo"
        initial={draft.initial.sapo}
        onChange={(sapo) => draft.set('sapo', sapo)}
        readOnly={!editable}
        error={errorOf('sapo')}
        most={longestSapo}
        placeholder="Hai ba câu nói hết điều chính"
        onEnter={() => body.current?.commands.focus('start')}
      />
      <BodyEditor
        draft={draft}
        onReady={(editor) => {
          body.current = editor;
          onEditor(editor);
        }}
        onHelp={onHelp}
      />
      {error && <p className="field-error">{error}</p>}
    </section>
  );
}
