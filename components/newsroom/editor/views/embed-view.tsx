'use client';
import type { ReactNodeViewProps } from '@tiptap/react';
import { useState } from 'react';
import { youtubeAddress } from '#lib/site/youtube.ts';
import { WordField } from '../fields/picture-words.tsx';
import { useEditorServices } from '../services.ts';
import { embedOf } from '../to-blocks.ts';
import { BlockFrame } from './block-frame.tsx';

/** Something from outside: a video of YouTube's, or a card that leads to a page. Nothing of it is loaded here. */
export function EmbedView(props: ReactNodeViewProps) {
  const { node, updateAttributes } = props;
  const { editable } = useEditorServices();
  const [began] = useState(() => embedOf(node.attrs));
  const embed = embedOf(node.attrs) ?? began;
  if (!embed)
    return (
      <BlockFrame {...props} label="Địa chỉ nhúng">
        Địa chỉ này không nhúng được.
      </BlockFrame>
    );
  const isVideo = embed.provider === 'youtube';
  const address = embed.provider === 'youtube' ? youtubeAddress(embed.id) : embed.href;
  return (
    <BlockFrame {...props} label={isVideo ? 'Video YouTube' : 'Thẻ dẫn tới trang khác'}>
      <p className="block-address">
        <a href={address} target="_blank" rel="noreferrer noopener">
          {address}
        </a>
      </p>
      <WordField
        label={isVideo ? 'Tên video' : 'Tên trang'}
        hint={isVideo ? 'Hiện trên khung video' : 'Hiện trên thẻ, thay cho địa chỉ'}
        most={300}
        value={embed.title}
        readOnly={!editable}
        onChange={(title) => updateAttributes({ title })}
      />
    </BlockFrame>
  );
}
