import type { PastedPicture } from './pasted.ts';
import { rtfPictures } from './rtf-pictures.ts';
import { elementHtml } from './write-pasted.ts';

/** What came beside the HTML on the clipboard, or with what was dropped. */
export interface Carried {
  files: readonly File[];
  rtf: string;
}

const own = /\/media\/([0-9a-f]{24})-\d+\.(?:avif|webp|jpg)(?:[?#]|$)/;
const dataPicture = /^data:(image\/[\w.+-]+);base64,([A-Za-z\d+/=\s]+)$/;

function fileOfData(address: string, number: number): File | null {
  const [, type, base64] = dataPicture.exec(address) ?? [];
  if (!type || !base64) return null;
  try {
    const bytes = Uint8Array.from(atob(base64.replace(/\s+/g, '')), (sign) => sign.charCodeAt(0));
    return new File([bytes], `anh-${number}.${type.slice('image/'.length).replace(/\W.*$/, '')}`, { type });
  } catch {
    // Cut off on its way.
    return null;
  }
}

const isWeb = (address: string) => /^https?:/i.test(address);
const nameOf = ({ alt, address }: PastedPicture) =>
  alt || (isWeb(address) || address.startsWith('data:') ? '' : decodeName(address));

function decodeName(address: string): string {
  const last = address.split(/[/\\]/).at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** Finds the files of the pictures that a pasted text names, in their order. */
export class PastedPictures {
  readonly #byRtf: (File | null)[];
  readonly #files: readonly File[];
  #number = 0;

  /** @param pictures  all that the text names */
  constructor(pictures: readonly PastedPicture[], carried: Carried) {
    const without = pictures.filter(({ address }) => !address.startsWith('data:') && !own.test(address));
    const local = without.filter(({ address }) => !isWeb(address));
    // Only where each has its counterpart is it known which belongs to which.
    const inRtf = local.length > 0 && carried.rtf ? rtfPictures(carried.rtf) : [];
    this.#byRtf = inRtf.length === local.length ? inRtf : [];
    this.#files = carried.files.length === without.length ? [...carried.files] : [];
    this.#local = local;
    this.#without = without;
  }

  readonly #local: readonly PastedPicture[];
  readonly #without: readonly PastedPicture[];

  /** The file of a picture, or null where the clipboard does not have it. */
  fileOf(picture: PastedPicture): File | null {
    this.#number++;
    if (picture.address.startsWith('data:')) return fileOfData(picture.address, this.#number);
    const byRtf = this.#byRtf[this.#local.indexOf(picture)];
    return byRtf ?? this.#files[this.#without.indexOf(picture)] ?? null;
  }
}

/**
 * What stands for a picture in the pasted text: the photo itself where it is one of ours, else the place of one on its
 * way, or of one that is missing.
 * @param send  begins to send a file; gives the name of its upload
 */
export function pictureHtml(picture: PastedPicture, file: File | null, send: (file: File) => string): string {
  const { alt, caption, address } = picture;
  const key = own.exec(address)?.[1];
  if (key) {
    return elementHtml('figure', {
      'data-picture': key,
      'data-alt': alt,
      'data-caption': caption,
      'data-credit': '',
    });
  }
  const words = { 'data-name': file?.name ?? nameOf(picture), 'data-alt': alt, 'data-caption': caption };
  if (file) return elementHtml('figure', { ...words, 'data-upload': send(file) });
  return elementHtml('figure', { ...words, ...(isWeb(address) && { 'data-address': address }) });
}
