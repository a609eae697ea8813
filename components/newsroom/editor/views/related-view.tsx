'use client';
import type { ReactNodeViewProps } from '@tiptap/react';
import { PickedArticles } from '../fields/picked-articles.tsx';
import { useEditorServices } from '../services.ts';
import { articlesOf } from '../to-blocks.ts';
import { BlockFrame } from './block-frame.tsx';

/** A box of other articles inside the text. Readers see those that are published, by their headlines of that day. */
export function RelatedView(props: ReactNodeViewProps) {
  const { node, updateAttributes } = props;
  const { editable, searches, headlineOf } = useEditorServices();
  const articles = articlesOf(node.attrs['articles']);
  return (
    <BlockFrame {...props} label="Hộp bài liên quan">
      <PickedArticles
        label="Bài trong hộp"
        picked={articles.flatMap(({ id, title }) =>
          id === null ? [] : [{ id, title: headlineOf(id) ?? title }],
        )}
        onChange={(picked) => updateAttributes({ articles: picked.map(({ id, title }) => ({ id, title })) })}
        search={searches.articles}
        most={10}
        readOnly={!editable}
      />
    </BlockFrame>
  );
}
