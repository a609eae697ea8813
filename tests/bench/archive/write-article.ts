import type { ArticleContent } from '#lib/articles/content.ts';
import type { Block, Body } from '#lib/body/blocks.ts';
import type { Draw } from '#tests/support/random.ts';
import type { Language, Places } from './language.ts';
import type { Named } from './named.ts';
import { drawKind, drawName, zipf } from './names.ts';
import type { ArchiveSection, ArchiveTag, Paper } from './paper.ts';
import type { ArchivePicture } from './pictures.ts';
import type { Story } from './stories.ts';

/** What an article of the archive says, and the numbers behind its names. */
export interface Written {
  content: ArticleContent;
  section: ArchiveSection;
  story: Story | null;
  tags: ArchiveTag[];
  bylines: Named[];
  cover: ArchivePicture | null;
  /** In its body. */
  pictures: ArchivePicture[];
}

/** Who and what an article is about: its text names them again and again. */
interface Matter {
  names: string[];
}

function drawSection(draw: Draw, sections: readonly ArchiveSection[]): ArchiveSection {
  let left = draw.next() * sections.reduce((sum, one) => sum + one.share, 0);
  for (const section of sections) {
    left -= section.share;
    if (left < 0) return section;
  }
  return draw.one(sections);
}

/** One in nine articles belongs to a running story of its section, if one runs at the time. */
function drawStory(draw: Draw, stories: readonly Story[], top: string, part: number): Story | null {
  if (draw.next() > 0.11) return null;
  const running = stories.filter((one) => one.from <= part && part <= one.to);
  const here = running.filter((one) => one.top === top);
  if (here.length > 0) return draw.one(here);
  return running.length > 0 ? draw.one(running) : null;
}

/** One to seven tags, more often those of the section than others. */
function drawTags(draw: Draw, tags: readonly ArchiveTag[], own: readonly ArchiveTag[]): ArchiveTag[] {
  const count = 1 + Math.floor(draw.next() * 3) + Math.floor(draw.next() * 4);
  const drawn = Array.from({ length: count }, () => {
    const from = own.length > 0 && draw.next() < 0.6 ? own : tags;
    return from[zipf(draw, from.length)];
  });
  return [...new Set(drawn.filter((tag) => tag !== undefined))];
}

function drawBylines(draw: Draw, bylines: readonly Named[]): Named[] {
  const count = draw.next() < 0.82 ? 1 : 2;
  const drawn = Array.from({ length: count }, () => bylines[zipf(draw, bylines.length)]);
  return [...new Set(drawn.filter((one) => one !== undefined))];
}

function matterOf(draw: Draw, story: Story | null, tags: readonly ArchiveTag[]): Matter {
  const own = Array.from({ length: 3 + Math.floor(draw.next() * 3) }, () => drawName(draw, drawKind(draw)));
  const told = story ? [draw.one(story.people), story.place, story.place] : [];
  // What an article is tagged with, it speaks of.
  return { names: [...told, ...tags.map((tag) => tag.name), ...own] };
}

function digits(draw: Draw, count: number): string {
  const first = 1 + Math.floor(draw.next() * 9);
  return count === 1
    ? String(first)
    : `${first}${String(Math.floor(draw.next() * 10 ** (count - 1))).padStart(count - 1, '0')}`;
}

const placesOf = (draw: Draw, { names }: Matter): Places => ({
  name: () => (draw.next() < 0.75 ? (names[zipf(draw, names.length)] ?? '') : drawName(draw, drawKind(draw))),
  number: (count) => digits(draw, count),
});

/** Words of the body: most have some hundreds, some a few thousand (a log-normal distribution). */
function drawLength(draw: Draw, top: string): number {
  const normal = draw.next() + draw.next() + draw.next() + draw.next() - 2;
  const middle = top === 'tin-tuc' ? 260 : 430;
  return Math.min(3500, Math.max(60, Math.round(middle * Math.exp(normal))));
}

const lineOf = (text: string) => [{ text }];
/** As many as there are spaces, and one. */
function wordsIn(text: string): number {
  let words = 1;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) words++;
  return words;
}

/** A block that is no paragraph, now and then. */
function drawOther(draw: Draw, say: () => string, photo: () => Block): Block | null {
  const n = draw.next();
  if (n < 0.07) return photo();
  if (n < 0.11)
    return {
      type: 'heading',
      level: 2,
      line: lineOf(say().split(' ').slice(0, 8).join(' ').replace(/[,.]$/, '')),
    };
  if (n < 0.13) return { type: 'quote', lines: [lineOf(say())] };
  if (n < 0.145)
    return { type: 'list', ordered: false, items: [lineOf(say()), lineOf(say()), lineOf(say())] };
  return null;
}

const photoOf = ({ key, alt, caption, credit }: ArchivePicture): Block => ({
  type: 'photo',
  picture: key,
  alt,
  caption,
  credit,
});

/** What an article is made from. */
export interface Desk {
  paper: Paper;
  language: Language;
  tagsByTop: ReadonlyMap<string, readonly ArchiveTag[]>;
  picturesByTop: ReadonlyMap<string, readonly ArchivePicture[]>;
}

function drawPicture(draw: Draw, desk: Desk, top: string): ArchivePicture {
  const own = desk.picturesByTop.get(top) ?? [];
  return draw.one(own.length > 0 && draw.next() < 0.8 ? own : desk.paper.pictures);
}

function writeBody(draw: Draw, say: () => string, length: number, drawPhoto: () => ArchivePicture) {
  const body: Body = [];
  const pictures: ArchivePicture[] = [];
  const photo = () => {
    const picture = drawPhoto();
    pictures.push(picture);
    return photoOf(picture);
  };
  for (let words = 0; words < length; ) {
    const text = Array.from({ length: 1 + Math.floor(draw.next() * 3.6) }, say).join(' ');
    words += wordsIn(text);
    body.push({ type: 'paragraph', line: lineOf(text) });
    const other = words < length ? drawOther(draw, say, photo) : null;
    if (other) body.push(other);
  }
  return { body, pictures };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A headline: a sentence's beginning, a name and what is said of it, or two halves. */
function writeTitle(draw: Draw, desk: Desk, top: string, places: Places): string {
  const clause = (words: number) => desk.language.clause(draw, top, places, words);
  const n = draw.next();
  if (n < 0.55) return clause(9 + Math.floor(draw.next() * 7));
  if (n < 0.8) return capital(`${places.name()}: ${clause(7 + Math.floor(draw.next() * 5))}`);
  const second = clause(5 + Math.floor(draw.next() * 4));
  return `${clause(6 + Math.floor(draw.next() * 4))}, ${second.charAt(0).toLowerCase()}${second.slice(1)}`;
}

/** The lead: one sentence or two, twenty words at least. */
function writeSapo(say: () => string): string {
  let text = say();
  while (wordsIn(text) < 20) text = `${text} ${say()}`;
  return text;
}

const types = [
  'news',
  'news',
  'news',
  'news',
  'news',
  'news',
  'news',
  'feature',
  'opinion',
  'photo',
] as const;

/**
 * One article: a section, a story that may be running, names it is about, and a text that speaks of them.
 * @param part  where in the archive's time it stands, 0–1
 */
export function writeArticle(draw: Draw, desk: Desk, part: number): Written {
  const { paper, language } = desk;
  const section = drawSection(draw, paper.sections);
  const { top } = section;
  const story = drawStory(draw, paper.stories, top, part);
  const tags = drawTags(draw, paper.tags, desk.tagsByTop.get(top) ?? []);
  const bylines = drawBylines(draw, paper.bylines);
  const places = placesOf(draw, matterOf(draw, story, tags));
  const say = () => language.sentence(draw, top, places);
  const cover = draw.next() < 0.86 ? drawPicture(draw, desk, top) : null;
  const { body, pictures } = writeBody(draw, say, drawLength(draw, top), () => drawPicture(draw, desk, top));
  const content: ArticleContent = {
    type: top === 'tin-tuc' ? 'news' : draw.one(types),
    title: writeTitle(draw, desk, top, places).slice(0, 200).trim(),
    sapo: writeSapo(say),
    agency: draw.next() < 0.6 ? 'NBMH' : null,
    categoryId: section.id,
    topicId: story?.id ?? null,
    tags: tags.map((tag) => tag.name),
    bylines: bylines.map((byline) => byline.name),
    cover: cover && { picture: cover.key, alt: cover.alt, caption: cover.caption, credit: cover.credit },
    body,
    picks: [],
  };
  return { content, section, story, tags, bylines, cover, pictures };
}
