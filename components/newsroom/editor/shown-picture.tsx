import { Picture } from '#components/site/picture.tsx';
import { mediaPath } from '#lib/site/urls.ts';
import { useEditorServices } from './services.ts';

interface Props {
  /** Its key, as the article has it. */
  picture: string;
  /** How wide it is shown, in pixels. */
  width: number;
  className?: string;
}

/** A picture of the article, as large as it is shown; its words stand beside it, so it has none of its own here. */
export function ShownPicture({ picture, width, className }: Props) {
  const known = useEditorServices().pictures.get(picture);
  if (known) {
    return (
      <Picture
        picture={known}
        alt=""
        sizes={`${width}px`}
        maxWidth={width * 2}
        {...(className ? { className } : {})}
      />
    );
  }
  // Pasted from another article: the page has heard of its key only, and every picture has a small file.
  return (
    <picture>
      <img src={mediaPath(`${picture}-320.jpg`)} alt="" {...(className ? { className } : {})} />
    </picture>
  );
}
