/** Work that waits for its hour: what each kind is told. */
export interface JobData {
  /** A scheduled article whose hour has come goes to readers. */
  'publish-article': { articleId: number };
  /** Pages change by the hour alone: a pin or the breaking news runs out. */
  'expire-pages': { tags: readonly string[] };
  /** Readers' search learns what it does not know yet of articles that wait for it. */
  'index-articles': object;
  /** Search engines hear of addresses whose pages are new, other or gone. */
  'index-now': { paths: readonly string[] };
}

export type JobName = keyof JobData;
