/** "Ảnh: Khánh Vy"; a credit that already says what it is ("Ảnh tư liệu", "Đồ họa: …") stands as it is. */
function creditLine(credit: string): string {
  return /^(ảnh|đồ họa|nguồn|video|minh họa)(?!\p{L})|:/iu.test(credit) ? credit : `Ảnh: ${credit}`;
}

/** What stands under a photo: its caption and then its credit; nothing where it has neither. */
export function Caption({ caption, credit }: { caption: string; credit: string }) {
  if (!caption && !credit) return null;
  return (
    <figcaption>
      {caption}
      {caption && credit && ' '}
      {credit && <span className="credit">{creditLine(credit)}</span>}
    </figcaption>
  );
}
