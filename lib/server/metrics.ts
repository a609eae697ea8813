import { monitorEventLoopDelay } from 'node:perf_hooks';
import { lastChange, measureStore } from '#lib/page-cache/store.ts';
import { measureKept } from './kept-pages.ts';
import { directly } from './make-directly.ts';

const delay = monitorEventLoopDelay({ resolution: 20 });
delay.enable();

/** What has been sent since the start. Counted on the way, so it is a plain object and nothing more. */
export const counts = { hits: 0, misses: 0, unchanged: 0, unavailable: 0 };

const line = (name: string, type: 'counter' | 'gauge', help: string, value: number): string =>
  `# HELP toasoan_${name} ${help}\n# TYPE toasoan_${name} ${type}\ntoasoan_${name} ${value}\n`;

/** The process in figures, as Prometheus reads them. */
export function metricsText(): string {
  const store = measureStore();
  const kept = measureKept();
  const memory = process.memoryUsage();
  return [
    line('page_hits_total', 'counter', 'Pages sent from memory.', counts.hits),
    line('page_misses_total', 'counter', 'Pages that had to be made.', counts.misses),
    line('page_direct_total', 'counter', 'Pages made by their own function, without Next.', directly.pages),
    line('feed_direct_total', 'counter', 'Feeds and sitemaps made so.', directly.answers),
    line('page_unchanged_total', 'counter', 'Answers 304.', counts.unchanged),
    line('page_unavailable_total', 'counter', 'Answers 503.', counts.unavailable),
    line('store_pages', 'gauge', 'Rendered pages in the store.', store.pages),
    line('store_bytes', 'gauge', 'Memory of the store.', store.bytes),
    line('kept_pages', 'gauge', 'Finished pages, compressed.', kept.pages),
    line('kept_bytes', 'gauge', 'Memory of the finished pages.', kept.bytes),
    line('resident_bytes', 'gauge', 'Resident memory of the process.', memory.rss),
    line('event_loop_p99_seconds', 'gauge', 'Delay of the event loop.', delay.percentile(99) / 1e9),
    line('last_change', 'gauge', 'Number of the last change heard of.', Number(lastChange() ?? 0)),
    line('uptime_seconds', 'gauge', 'Since the start.', process.uptime()),
  ].join('');
}
