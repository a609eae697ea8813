import type { Line, Run } from '#lib/body/types.ts';
import type { PastedBlock, PastedPicture } from './pasted.ts';

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function runHtml({ text, bold, italic, href }: Run): string {
  let html = escaped(text);
  if (italic) html = `<em>${html}</em>`;
  if (bold) html = `<strong>${html}</strong>`;
  return href === undefined ? html : `<a href="${escaped(href)}">${html}</a>`;
}

const lineHtml = (line: Line) => line.map(runHtml).join('');
const paragraph = (line: Line) => `<p>${lineHtml(line)}</p>`;

function rowHtml(row: Line[], place: number): string {
  const tag = place === 0 ? 'th' : 'td';
  return `<tr>${row.map((cell) => `<${tag}>${paragraph(cell)}</${tag}>`).join('')}</tr>`;
}

function listHtml(items: Line[], ordered: boolean): string {
  const tag = ordered ? 'ol' : 'ul';
  return `<${tag}>${items.map((item) => `<li>${paragraph(item)}</li>`).join('')}</${tag}>`;
}

function quoteHtml(lines: Line[], cite = ''): string {
  return `<blockquote>${lines.map(paragraph).join('')}<footer>${escaped(cite)}</footer></blockquote>`;
}

function blockHtml(block: Exclude<PastedBlock, PastedPicture>): string {
  switch (block.type) {
    case 'paragraph':
      return paragraph(block.line);
    case 'heading':
      return `<h${block.level}>${lineHtml(block.line)}</h${block.level}>`;
    case 'list':
      return listHtml(block.items, block.ordered);
    case 'quote':
      return quoteHtml(block.lines, block.cite);
    case 'table':
      return `<table><tbody>${block.rows.map(rowHtml).join('')}</tbody></table>`;
  }
}

/**
 * Pasted blocks as the HTML that the editor's own nodes are read from.
 * @param pictureHtml  what stands for a picture
 */
export function writePasted(blocks: PastedBlock[], pictureHtml: (picture: PastedPicture) => string): string {
  return blocks.map((block) => (block.type === 'picture' ? pictureHtml(block) : blockHtml(block))).join('');
}

/** An element with attributes and nothing in it. */
export function elementHtml(tag: string, attributes: Record<string, string>): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return `<${tag}${written.join('')}></${tag}>`;
}
