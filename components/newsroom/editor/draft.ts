import type { ArticleContent } from '#lib/articles/types.ts';
import type { Body } from '#lib/body/types.ts';

/**
 * What is written, outside of React: a key stroke changes it and tells the saving, and nothing is drawn anew but the
 * field it was typed in.
 */
export interface Draft {
  /** What the form began with. */
  readonly initial: ArticleContent;
  set: <F extends keyof ArticleContent>(field: F, value: ArticleContent[F]) => void;
  /** The body stands in the editor, and is only read when somebody asks for it. */
  readBodyFrom: (read: () => Body) => void;
  bodyChanged: () => void;
}

/** @param edit  told of each change, with the way to read what is written then */
export function makeDraft(initial: ArticleContent, edit: (read: () => ArticleContent) => void): Draft {
  let written = initial;
  let readBody: (() => Body) | null = null;
  let bodyIsOlder = false;
  const read = (): ArticleContent => {
    if (bodyIsOlder && readBody) written = { ...written, body: readBody() };
    bodyIsOlder = false;
    return written;
  };
  return {
    initial,
    set: (field, value) => {
      // What was read before stays as it was: a save may be under way with it.
      written = { ...written, [field]: value };
      edit(read);
    },
    readBodyFrom: (from) => {
      readBody = from;
    },
    bodyChanged: () => {
      bodyIsOlder = true;
      edit(read);
    },
  };
}
