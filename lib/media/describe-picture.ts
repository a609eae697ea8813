import ExifReader, { type ExcludeTagsOptions } from 'exifreader';
import sharp from 'sharp';
import { cleanLine } from '#lib/site/text.ts';
import { decodeText, mendMojibake } from './decode-text.ts';
import { longestAlt, longestCaption, longestCredit } from './types.ts';

/** What a picture's file says of itself, where the photographer or the agency wrote it. Empty where it says nothing. */
export interface Description {
  alt: string;
  caption: string;
  credit: string;
}

/** An honest packet has a few thousand letters; a longer one is not read. */
const largestXmp = 512 * 1024;

/** What cameras and programs write by themselves where a person's words would be. */
const boilerplate =
  /^(OLYMPUS|SAMSUNG|SONY|MINOLTA|KONICA|KODAK|PENTAX|CASIO|FUJIFILM|NIKON|CANON)\b.{0,40}$|^(DCIM|DCF|DSC|IMG|SDC|KENOX)[\s_\d\\/].{0,40}$|^(Exif[ _]JPEG|default|untitled|no title|digital image|image|photo|screenshot|SCREENSHOT|screen shot|edited|charset=.{0,20})$/i;

/** Cut at a word's end. */
function atMost(most: number, text: string): string {
  const clean = cleanLine(text.toWellFormed());
  if (clean.length <= most) return clean;
  const cut = clean.slice(0, most - 1).toWellFormed();
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trim()}…`;
}

type Tags = Record<string, unknown>;
const asTags = (value: unknown): Tags =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
const asList = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/** The texts of an IPTC tag, read from its bytes: the reader's own guess knows no Vietnamese letters. */
function iptcTexts(tags: Tags, name: string): string[] {
  return asList(tags[name]).flatMap((tag) => {
    const { value } = asTags(tag);
    return Array.isArray(value) ? [decodeText(Uint8Array.from(value, Number))] : [];
  });
}

/** The texts of an XMP tag; of those in several languages the one that holds for all. */
function xmpTexts(tags: Tags, name: string): string[] {
  const { value } = asTags(tags[name]);
  const items = asList(value).map((item) =>
    typeof item === 'string' ? { text: item, language: '' } : readXmpItem(asTags(item)),
  );
  const chosen =
    items.find(({ language }) => language === 'x-default') ??
    items.find(({ language }) => language.startsWith('vi'));
  return (chosen ? [chosen] : items).map(({ text }) => mendMojibake(text));
}

function readXmpItem({ value, attributes }: Tags): { text: string; language: string } {
  const { lang } = asTags(attributes);
  return { text: typeof value === 'string' ? value : '', language: typeof lang === 'string' ? lang : '' };
}

function exifTexts(tags: Tags, name: string): string[] {
  const { value } = asTags(tags[name]);
  return asList(value).flatMap((text) => (typeof text === 'string' ? [mendMojibake(text)] : []));
}

/** The first that says something. */
function firstOf(...candidates: string[][]): string[] {
  for (const texts of candidates) {
    const said = texts
      .map((text) => cleanLine(text.toWellFormed()))
      .filter((text) => text && !boilerplate.test(text));
    if (said.length > 0) return said;
  }
  return [];
}

/** "Khánh Vy/TTXVN": who took it, and for whom. */
function creditOf(people: string[], house: string | undefined): string {
  const names = [...new Set(people)].join(', ');
  if (!house || names.toLowerCase().includes(house.toLowerCase())) return names;
  return names ? `${names}/${house}` : house;
}

function readTags(bytes: Buffer, excludeTags: ExcludeTagsOptions = {}): Tags {
  try {
    return { ...ExifReader.load(bytes, { expanded: true, excludeTags }) };
  } catch {
    // No metadata at all, or so broken that nothing can be read: the picture is as good without.
    return {};
  }
}

/** The XMP packet as a file of its own: wherever the picture keeps it, compressed or not, it has been found already. */
async function readXmp(bytes: Uint8Array): Promise<Tags> {
  const { xmp } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (!xmp || xmp.length > largestXmp) return {};
  const opening = Buffer.from('<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>');
  const begins = xmp.indexOf('<?xpacket begin');
  const packet = begins < 0 ? Buffer.concat([opening, xmp]) : xmp.subarray(begins);
  return asTags(readTags(packet)['xmp']);
}

/**
 * Reads caption and credit from a picture that has been checked: IPTC first, as agencies fill it in, then XMP, then EXIF.
 * Nothing else of the metadata is looked at, least of all where the photo was taken.
 */
export async function describePicture(bytes: Uint8Array): Promise<Description> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tags = readTags(buffer, {
    xmp: true,
    icc: true,
    makerNotes: true,
    thumbnail: true,
    mpf: true,
    gps: true,
  });
  const iptc = asTags(tags['iptc']);
  const exif = asTags(tags['exif']);
  const xmp = await readXmp(bytes);
  const [caption = ''] = firstOf(
    iptcTexts(iptc, 'Caption/Abstract'),
    xmpTexts(xmp, 'description'),
    exifTexts(exif, 'ImageDescription'),
  );
  const people = firstOf(iptcTexts(iptc, 'By-line'), xmpTexts(xmp, 'creator'), exifTexts(exif, 'Artist'));
  const [house] = firstOf(iptcTexts(iptc, 'Credit'), xmpTexts(xmp, 'Credit'));
  const [alt = ''] = firstOf(xmpTexts(xmp, 'AltTextAccessibility'));
  return {
    alt: atMost(longestAlt, alt),
    caption: atMost(longestCaption, caption),
    credit: atMost(longestCredit, creditOf(people, house)),
  };
}
