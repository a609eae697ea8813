import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Params } from '#lib/page-cache/makers.ts';

// Which of the site's routes an address leads to, by the list that Next's build has written of them, in Next's order.

const path = join('.next', 'routes-manifest.json');
const pattern = z.object({ regex: z.string().transform((source) => new RegExp(source)) });
const manifest = z.object({
  staticRoutes: z.array(z.object({ page: z.string() })),
  dynamicRoutes: z.array(pattern.extend({ page: z.string() })),
  rewrites: z.object({
    beforeFiles: z.array(pattern.extend({ source: z.string(), destination: z.string() })),
  }),
});
type Manifest = z.infer<typeof manifest>;

export interface Route {
  /** As its folders spell it, e.g. "/tag/[slug]". */
  route: string;
  params: Params;
}

/** Spellings that every step on the way to a route leaves as they are; whatever has another is for Next to read. */
const plainAddress = /^(\/|(\/[a-z0-9-]+)+(\.(html|xml|json|txt))?|\/tim\/[A-Za-z0-9_-]+\/\d+)$/;

let known: Manifest | null | undefined;

function readManifest(): Manifest | null {
  known ??= existsSync(path) ? manifest.parse(JSON.parse(readFileSync(path, 'utf8'))) : null;
  return known;
}

/** Where an address is rewritten to, as next.config.mjs says. */
function rewritten(address: string, { rewrites }: Manifest): string {
  for (const { regex, source, destination } of rewrites.beforeFiles) {
    const values = regex.exec(address)?.slice(1);
    if (!values) continue;
    const names = [...source.matchAll(/:(\w+)/g)].map(([, name]) => name);
    return destination.replace(/:(\w+)/g, (_, name: string) => values[names.indexOf(name)] ?? '');
  }
  return address;
}

function paramsOf(page: string, values: readonly string[]): Params {
  const names = [...page.matchAll(/\[(\.\.\.)?(\w+)\]/g)];
  return Object.fromEntries(
    names.map(([, rest, name = ''], at) => {
      const value = values[at] ?? '';
      return [name, rest ? value.split('/') : value];
    }),
  );
}

/** The route that an address leads to; null where that is not plain to see. */
export function findRoute(address: string): Route | null {
  const routes = plainAddress.test(address) ? readManifest() : null;
  if (!routes) return null;
  const to = rewritten(address, routes);
  if (routes.staticRoutes.some(({ page }) => page === to)) return { route: to, params: {} };
  for (const { page, regex } of routes.dynamicRoutes) {
    const values = regex.exec(to)?.slice(1);
    if (values) return { route: page, params: paramsOf(page, values) };
  }
  return null;
}
