import type { Block, Line } from '#lib/body/types.ts';

const lineText = (line: Line) => line.map((run) => run.text).join('');

interface PhotoWords {
  alt: string;
  caption: string;
  credit: string;
}

const photoText = ({ alt, caption, credit }: PhotoWords) =>
  [caption, credit && `Nguồn: ${credit}`, alt && `Mô tả: ${alt}`].filter(Boolean).join(' · ');

/** A block in words, a line for each of its lines: for reading two states of it beside each other. */
export function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'pullout':
      return lineText(block.line);
    case 'list':
      return block.items.map((item) => `• ${lineText(item)}`).join('\n');
    case 'quote':
      return [...block.lines.map(lineText), ...(block.cite ? [`— ${block.cite}`] : [])].join('\n');
    case 'table':
      return block.rows.map((row) => row.map(lineText).join(' | ')).join('\n');
    case 'photo':
      return photoText(block);
    case 'gallery':
      return block.photos.map(photoText).join('\n');
    case 'related':
      return block.articles.map((article) => article.title).join('\n');
    case 'embed':
      return [block.title, block.provider === 'link' ? block.href : `youtube.com/watch?v=${block.id}`]
        .filter(Boolean)
        .join('\n');
  }
}

const names: Record<Block['type'], string> = {
  paragraph: 'Đoạn văn',
  heading: 'Tiêu đề phụ',
  list: 'Danh sách',
  quote: 'Trích dẫn',
  pullout: 'Câu nổi bật',
  table: 'Bảng',
  photo: 'Ảnh',
  gallery: 'Bộ ảnh',
  related: 'Hộp tin liên quan',
  embed: 'Nội dung nhúng',
};

/** What the newsroom calls a block. */
export const blockName = (block: Block): string => names[block.type];
