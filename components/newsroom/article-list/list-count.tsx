import { Link } from '#components/ui/link.tsx';

interface Props {
  total: number;
  words: string;
  inText: boolean;
  /** The same list, with the words looked for in all of the text. */
  inTextHref: string;
}

const number = new Intl.NumberFormat('vi-VN');

/** How many articles there are, and where the words looked for stand in them. */
export function ListCount({ total, words, inText, inTextHref }: Props) {
  const count = total === 0 ? 'Không có bài nào như vậy.' : `${number.format(total)} bài`;
  return (
    <p className="quiet" role="status">
      {count}
      {words !== '' && inText && total > 0 && ` có “${words}” trong nội dung`}
      {words !== '' && !inText && (
        <>
          {' '}
          có “{words}” trong tiêu đề. <Link href={inTextHref}>Tìm cả trong nội dung</Link>
        </>
      )}
    </p>
  );
}
