'use client';
import type { ReactNodeViewProps } from '@tiptap/react';
import { useState } from 'react';
import { PicturePicker } from '#components/newsroom/pictures/picture-picker.tsx';
import type { GalleryBlock } from '#lib/body/types.ts';
import { photoOfPicked } from '../commands.ts';
import { PictureWords } from '../fields/picture-words.tsx';
import { useEditorServices } from '../services.ts';
import { ShownPicture } from '../shown-picture.tsx';
import { photosOf } from '../to-blocks.ts';
import { BlockFrame, BlockTool } from './block-frame.tsx';

type Photos = GalleryBlock['photos'];

/** The photos with one of them moved. */
function moved(photos: Photos, from: number, by: 1 | -1): Photos {
  const rest = photos.toSpliced(from, 1);
  return rest.toSpliced(from + by, 0, ...photos.slice(from, from + 1));
}

/** Photos that readers see side by side, each with its own words. */
export function GalleryView(props: ReactNodeViewProps) {
  const { node, updateAttributes } = props;
  const { editable, pictures, searchPictures, uploadEndpoint } = useEditorServices();
  const [isPicking, setPicking] = useState(false);
  const photos = photosOf(node.attrs['photos']);
  const take = (next: Photos) => updateAttributes({ photos: next });
  return (
    <BlockFrame
      {...props}
      label="Bộ ảnh"
      tools={<BlockTool name="Thêm ảnh vào bộ" sign="+" onPress={() => setPicking(true)} />}
    >
      {photos.length < 2 && (
        <p className="block-hint">Bộ ảnh có từ hai ảnh; một ảnh sẽ hiện như ảnh thường trong bài.</p>
      )}
      <ol className="gallery-photos">
        {photos.map((photo, place) => (
          // Two places of one picture are told apart by their order.
          <li
            key={`${photo.picture}:${photos.slice(0, place).filter((one) => one.picture === photo.picture).length}`}
          >
            <ShownPicture picture={photo.picture} width={280} className="gallery-picture" />
            {editable && (
              <span className="block-tools">
                <BlockTool
                  name={`Đưa ảnh ${place + 1} lên trước`}
                  sign="←"
                  disabled={place === 0}
                  onPress={() => take(moved(photos, place, -1))}
                />
                <BlockTool
                  name={`Đưa ảnh ${place + 1} ra sau`}
                  sign="→"
                  disabled={place === photos.length - 1}
                  onPress={() => take(moved(photos, place, 1))}
                />
                <BlockTool
                  name={`Bỏ ảnh ${place + 1} khỏi bộ`}
                  sign="×"
                  onPress={() => take(photos.toSpliced(place, 1))}
                />
              </span>
            )}
            <PictureWords
              words={photo}
              readOnly={!editable}
              onChange={(words) => take(photos.with(place, { ...photo, ...words }))}
            />
          </li>
        ))}
      </ol>
      <PicturePicker
        open={isPicking}
        multiple
        search={searchPictures}
        upload={{ endpoint: uploadEndpoint }}
        onPick={(picked) => {
          setPicking(false);
          for (const picture of picked) pictures.add(picture);
          take([...photos, ...picked.map(photoOfPicked)]);
        }}
        onClose={() => setPicking(false)}
      />
    </BlockFrame>
  );
}
