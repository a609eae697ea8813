import type { PictureView } from '#lib/media/types.ts';
import type { PaperView } from '#lib/settings/types.ts';
import { Picture } from './picture.tsx';

/** The tallest that a logo stands on the front page, in CSS pixels; its width follows from its shape. */
const tallest = 80;

function Logo({ logo, name }: { logo: PictureView; name: string }) {
  const width = Math.ceil((tallest * logo.width) / logo.height);
  return (
    <span className="masthead-logo">
      <Picture picture={logo} alt={name} sizes={`${width}px`} maxWidth={Math.max(width * 2, 320)} priority />
    </span>
  );
}

/** What the paper is known by: its logo, or its name in words, the kicker small above the title. */
export function MastheadName({ paper }: { paper: PaperView }) {
  if (paper.logo) return <Logo logo={paper.logo} name={paper.name} />;
  const { kicker, title } = paper.masthead;
  return (
    <>
      {kicker && <span className="masthead-kicker">{kicker}</span>}{' '}
      <span className="masthead-title">{title}</span>
    </>
  );
}
