import type { PictureView } from '#lib/media/types.ts';

/** The pictures that the page has heard of, by key: those of the article, and what was picked or sent since. */
export class KnownPictures {
  readonly #known: Map<string, PictureView>;

  constructor(pictures: Readonly<Record<string, PictureView>>) {
    this.#known = new Map(Object.entries(pictures));
  }

  add(picture: PictureView): void {
    this.#known.set(picture.key, picture);
  }

  get(key: string): PictureView | undefined {
    return this.#known.get(key);
  }
}
