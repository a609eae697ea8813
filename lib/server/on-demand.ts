import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

// A reader's page is an ordinary static page to Next, which would make it to keep it: several copies of its data besides
// (for each part of a page, for a script that readers do not have), their JSON only to see how long it is, and one making
// for all who ask meanwhile, whatever has expired since that began. Our server keeps pages by itself. So it asks for each
// by Next's own word for "made now, for this request, and not kept": what Next calls draft mode. It takes a quarter less.

const manifest = z.object({ preview: z.object({ previewModeId: z.string().min(1) }) });
const path = join('.next', 'prerender-manifest.json');

let headers: { cookie?: string } | undefined;

/** The headers that ask for it. The word is a secret of the build and goes nowhere else; without a build there is none. */
export function onDemand(): { cookie?: string } {
  if (!headers && !existsSync(path)) return {};
  headers ??= {
    cookie: `__prerender_bypass=${manifest.parse(JSON.parse(readFileSync(path, 'utf8'))).preview.previewModeId}`,
  };
  return headers;
}
