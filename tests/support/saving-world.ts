import type { Journal, Orphan } from '#components/newsroom/saving/journal.ts';
import type { Line } from '#components/newsroom/saving/line.ts';
import type { Happening, Leftover, Payload } from '#components/newsroom/saving/machine.ts';
import { same } from '#components/newsroom/saving/same.ts';
import { createSaver, type Saver } from '#components/newsroom/saving/saver.ts';
import { clashesOf, settle } from '#components/newsroom/saving/settle.ts';
import { emptyContent } from '#lib/articles/content.ts';
import type { ArticleContent } from '#lib/articles/types.ts';
import type { Chance } from './chance.ts';

// A server, a bad line, a browser that may die, and a person who types: what saving must hold in, with a clock that the
// test turns.

/** An article of these paragraphs. */
export const articleOf = (paragraphs: string[]): ArticleContent => ({
  ...emptyContent,
  title: 'Tựa',
  body: paragraphs.map((text) => ({ type: 'paragraph', line: [{ text }] })),
});

export const paragraphsOf = ({ body }: ArticleContent): string[] =>
  body.map((block) => ('line' in block ? block.line.map((run) => run.text).join('') : ''));

/** The server as lib/articles/drafts.ts is: the version begun at, saves known by their names, no text overwritten. */
export class FakeServer {
  version = 1;
  content: ArticleContent;
  savedBy = 'tôi';
  /** How often a text came too late: what the person never sees, but the article's history does. */
  conflicts = 0;
  readonly #saves = new Map<string, number>();

  constructor(content: ArticleContent) {
    this.content = content;
  }

  save({ id, baseVersion, content }: Payload): Happening {
    const savedAt = new Date();
    const done = this.#saves.get(id);
    if (same(content, this.content)) return { kind: 'saved', version: this.version, savedAt };
    if (done !== undefined && baseVersion !== this.version) return { kind: 'saved', version: done, savedAt };
    if (baseVersion !== this.version) {
      this.conflicts++;
      return { kind: 'behind', theirs: this.theirs() };
    }
    this.version++;
    this.content = content;
    this.savedBy = 'tôi';
    this.#saves.set(id, this.version);
    return { kind: 'saved', version: this.version, savedAt };
  }

  theirs() {
    return { version: this.version, content: this.content, savedBy: this.savedBy, savedAt: new Date() };
  }

  /** Somebody else saves. */
  saveOther(content: ArticleContent): void {
    this.version++;
    this.content = content;
    this.savedBy = 'Lan';
  }
}

/** A line on which as many out of a hundred messages get lost, on their way there or back. */
export function badLine(server: FakeServer, chance: Chance, lost: { percent: number }): Line {
  const pass = async (work: () => Happening): Promise<Happening> => {
    await later(chance.below(300));
    if (chance.percent(lost.percent)) return { kind: 'failed' };
    const answer = work();
    await later(chance.below(300));
    return chance.percent(lost.percent) ? { kind: 'failed' } : answer;
  };
  return {
    save: (payload) => pass(() => server.save(payload)),
    read: () => pass(() => ({ kind: 'read', theirs: server.theirs() })),
  };
}

const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** What a browser keeps on its disk: it outlives its tabs. A write takes a moment, and is lost with a tab that dies before. */
export class FakeDisk {
  entry: Leftover | null = null;

  journal(isAlive: () => boolean): Pick<Journal, 'keep' | 'drop'> {
    const write = async (entry: Leftover | null) => {
      await later(15);
      if (isAlive()) this.entry = entry && (structuredClone(entry) as Leftover);
    };
    return { keep: write, drop: () => write(null) };
  }
}

/** A person's tab: its form, and the saver behind it. */
export class FakeTab {
  paragraphs: string[];
  readonly saver: Saver;
  #formKey = -1;
  #edit: ReturnType<Saver['editOf']> = () => {};
  #alive = true;

  constructor(server: FakeServer, line: Line, disk: FakeDisk) {
    const gone = new Promise<never>(() => {});
    const whileAlive =
      <A extends unknown[]>(work: (...args: A) => Promise<Happening>) =>
      async (...args: A) => {
        const answer = await work(...args);
        return this.#alive ? answer : await gone;
      };
    this.saver = createSaver({
      version: server.version,
      content: server.content,
      line: { save: whileAlive(line.save), read: whileAlive(line.read) },
      journal: disk.journal(() => this.#alive),
    });
    this.paragraphs = [];
    this.saver.subscribe(() => this.#look());
    this.#look();
    const { entry } = disk;
    if (!entry) return;
    const orphan: Orphan = { leftover: entry, at: 0, forget: async () => {} };
    this.saver.takeUp(orphan);
    this.#look();
  }

  /** As the page does: a form made anew takes the text that the saver says; a conflict is settled so that nothing is lost. */
  #look(): void {
    const view = this.saver.view();
    if (view.formKey !== this.#formKey) {
      this.#formKey = view.formKey;
      this.paragraphs = paragraphsOf(view.initial);
      this.#edit = this.saver.editOf(view.formKey);
    }
    if (view.conflict) setTimeout(() => this.#settle(), 50);
  }

  #settle(): void {
    const { conflict } = this.saver.view();
    if (!this.#alive || !conflict) return;
    const merged = clashesOf(conflict);
    const both = merged.clashes.map(() => ({ choice: 'both' as const, text: '' }));
    this.saver.resolve(settle(conflict, merged, both));
  }

  /** Adds a word to a paragraph, or a paragraph. */
  type(word: string, at: number): void {
    const before = this.paragraphs[at];
    this.paragraphs =
      before === undefined ? [...this.paragraphs, word] : this.paragraphs.with(at, `${before} ${word}`);
    const { paragraphs } = this;
    this.#edit(() => articleOf(paragraphs));
  }

  /** The tab dies: nothing more comes of it. */
  kill(): void {
    this.#alive = false;
    void this.saver.stop();
  }
}
