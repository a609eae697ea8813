import type { ArticleContent } from '#lib/articles/types.ts';
import type { Presence } from '#lib/presence/types.ts';
import { watchComposing } from './composing.ts';
import { type Orphan, openJournal } from './journal.ts';
import { openLine } from './line.ts';
import { newId } from './new-id.ts';
import { openPresenceLine, sayGoodbye } from './presence-line.ts';
import { same, tidy } from './same.ts';
import { createSaver, type Saver } from './saver.ts';
import { afterLettingGo, afterNews, isTakenOver, standingBefore, standingView } from './standing.ts';
import type { Problem, Saving } from './types.ts';

export interface SavingOptions {
  articleId: number;
  staffId: number;
  /** The version and content that the page came with. */
  version: number;
  content: ArticleContent;
  mayWrite: boolean;
  /** Address of the route that saves; presence is below it. */
  endpoint: string;
}

/** Everything of `Saving` that changes by itself. */
type View = Omit<Saving, 'edit' | 'saveNow' | 'resolve' | 'takeOver' | 'letGo' | 'signedIn'>;

/** An article's saving in one tab, from its opening to its end. */
export interface OpenSaving extends Pick<Saving, 'saveNow' | 'resolve' | 'takeOver' | 'letGo' | 'signedIn'> {
  view: () => View;
  subscribe: (listen: () => void) => () => void;
  editOf: Saver['editOf'];
  /** The page was read anew on the server. */
  update: (options: Pick<SavingOptions, 'version' | 'mayWrite'>) => void;
  close: () => void;
}

/** Who holds the article is known by then, or the person types all the same. */
const presencePatienceMs = 1500;

/** What is shown until it is known what the form begins with. */
export function viewBefore(version: number): View {
  return {
    initial: null,
    formKey: 0,
    state: 'saved',
    version,
    savedAt: null,
    problem: null,
    conflict: null,
    others: [],
    holding: false,
    heldElsewhere: false,
    takenOverBy: null,
    joinedWith: null,
  };
}

const waited = (ms: number) => new Promise<null>((resolve) => setTimeout(() => resolve(null), ms));

/** Opens the saving of an article in this tab: its journal, its line to the server and its presence. */
export function openSaving(options: SavingOptions): OpenSaving {
  const { articleId, staffId, version, content, endpoint } = options;
  const tab = newId();
  const presenceEndpoint = `${endpoint}/hien-dien`;
  const journal = openJournal(staffId, articleId, tab);
  const line = openLine({ endpoint, staffId });
  const composing = watchComposing();
  const saver = createSaver({ version, content, line, journal, composed: composing.composed });
  const listeners = new Set<() => void>();
  let { mayWrite } = options;
  let ready = false;
  let closed = false;
  let standing = standingBefore(mayWrite);
  /** What was heard before the form was ready. */
  let early: Presence | null = null;
  /** Why what was left over could not be saved. */
  let problem: Problem | null = null;
  let view = viewBefore(version);

  function makeView(): View {
    if (!ready) return viewBefore(version);
    const saved = saver.view();
    return { ...saved, problem: saved.problem ?? problem, ...standingView(standing, { staffId, mayWrite }) };
  }

  function show(): void {
    if (standing.catchingUp && saver.isUpToDate()) standing = { ...standing, catchingUp: false };
    const next = makeView();
    if ((Object.keys(next) as (keyof View)[]).every((key) => next[key] === view[key])) return;
    view = next;
    for (const listen of listeners) listen();
  }

  function hear(news: Presence): void {
    const next = afterNews(standing, news);
    if (isTakenOver(standing, next)) {
      // What is written here goes out before the other begins.
      saver.flush();
      saver.happen({ kind: 'hurry' });
    }
    // A tab that is given the article has to know first whether it is behind.
    saver.happen({ kind: 'heard', version: news.version });
    standing = next;
    show();
  }

  const presenceLine = openPresenceLine({
    endpoint: presenceEndpoint,
    tab,
    staffId,
    isHolding: () => standing.wants,
    onPresence: (news) => {
      if (ready) hear(news);
      else early = news;
    },
    onAnswered: () => {
      saver.happen({ kind: 'signed-in' });
      if (saver.view().state === 'offline') saver.happen({ kind: 'hurry' });
    },
    onSignedOut: (message) => saver.happen({ kind: 'signed-out', problem: { message, fields: {} } }),
  });

  /** What a person may no longer write goes into the article's history, and the form shows what the server has. */
  async function handIn({ leftover, forget }: Orphan): Promise<void> {
    const text = tidy(leftover.content);
    if (same(text, tidy(content))) return await forget();
    const { baseVersion } = leftover;
    const answer = await line.save({ id: newId(), baseVersion, content: text, reason: 'autosave' });
    if (answer.kind === 'saved' || answer.kept) await forget();
    if (answer.kind === 'refused') problem = answer.problem;
    show();
  }

  async function takeUp(orphan: Orphan): Promise<void> {
    if (mayWrite) saver.takeUp(orphan);
    else await handIn(orphan);
  }

  async function start(): Promise<void> {
    const leftOver = journal.orphans((orphan) => void takeUp(orphan)).catch(() => []);
    await Promise.race([presenceLine.say('open'), waited(presencePatienceMs)]);
    const orphans = await leftOver;
    if (closed) return;
    ready = true;
    if (early) hear(early);
    for (const orphan of orphans) await takeUp(orphan);
    show();
  }

  const stopListening = listenToWindow({
    hurry: () => {
      saver.happen({ kind: 'hurry' });
      presenceLine.hurry();
    },
    flush: saver.flush,
    isAtRisk: saver.isAtRisk,
    leave: () => {
      saver.flush();
      saver.happen({ kind: 'hurry' });
      sayGoodbye(presenceEndpoint, tab);
    },
  });
  saver.subscribe(show);
  void start();

  return {
    view: () => view,
    subscribe(listen) {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    editOf: saver.editOf,
    saveNow: saver.saveNow,
    resolve: saver.resolve,
    takeOver() {
      presenceLine.say('take-over');
    },
    letGo() {
      standing = afterLettingGo(standing);
      show();
    },
    signedIn() {
      saver.happen({ kind: 'signed-in' });
      presenceLine.hurry();
    },
    update(news) {
      mayWrite = news.mayWrite;
      saver.happen({ kind: 'heard', version: news.version });
      show();
    },
    close() {
      closed = true;
      listeners.clear();
      stopListening();
      composing.stop();
      presenceLine.close();
      sayGoodbye(presenceEndpoint, tab);
      void saver.stop().then(journal.close);
    },
  };
}

interface WindowEvents {
  hurry: () => void;
  flush: () => void;
  isAtRisk: () => boolean;
  leave: () => void;
}

/** Hears when the line is back, the page is looked at, put aside or left. */
function listenToWindow({ hurry, flush, isAtRisk, leave }: WindowEvents): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  window.addEventListener('online', hurry, { signal });
  window.addEventListener('pageshow', (event) => event.persisted && hurry(), { signal });
  window.addEventListener('pagehide', leave, { signal });
  window.addEventListener(
    'beforeunload',
    (event) => {
      flush();
      if (isAtRisk()) event.preventDefault();
    },
    { signal },
  );
  document.addEventListener(
    'visibilitychange',
    () => (document.visibilityState === 'visible' ? hurry() : flush()),
    { signal },
  );
  return () => listening.abort();
}
