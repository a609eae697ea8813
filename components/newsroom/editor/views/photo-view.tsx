'use client';
import type { ReactNodeViewProps } from '@tiptap/react';
import { useState } from 'react';
import { PicturePicker } from '#components/newsroom/pictures/picture-picker.tsx';
import { photoOfPicked } from '../commands.ts';
import { PictureWords } from '../fields/picture-words.tsx';
import { useEditorServices } from '../services.ts';
import { ShownPicture } from '../shown-picture.tsx';
import { photoOf } from '../to-blocks.ts';
import { BlockFrame, BlockTool } from './block-frame.tsx';

/** A photo in the text, with what is said of it. */
export function PhotoView(props: ReactNodeViewProps) {
  const { node, updateAttributes } = props;
  const { editable, pictures, searchPictures, uploadEndpoint } = useEditorServices();
  const [isPicking, setPicking] = useState(false);
  const photo = photoOf(node.attrs);
  if (!photo)
    return (
      <BlockFrame {...props} label="Ảnh">
        Ảnh này không còn nữa.
      </BlockFrame>
    );
  return (
    <BlockFrame
      {...props}
      label="Ảnh"
      tools={<BlockTool name="Thay ảnh" sign="⇄" onPress={() => setPicking(true)} />}
    >
      <ShownPicture picture={photo.picture} width={600} className="block-picture" />
      <PictureWords words={photo} readOnly={!editable} onChange={updateAttributes} />
      <PicturePicker
        open={isPicking}
        multiple={false}
        search={searchPictures}
        upload={{ endpoint: uploadEndpoint }}
        onPick={([picture]) => {
          setPicking(false);
          if (!picture) return;
          pictures.add(picture);
          updateAttributes(photoOfPicked(picture));
        }}
        onClose={() => setPicking(false)}
      />
    </BlockFrame>
  );
}
