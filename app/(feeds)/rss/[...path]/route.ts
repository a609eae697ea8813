import { answerFeed } from '#lib/feeds/answer.ts';
import { machineRoute } from '../../machine-route.ts';

/** The newest articles of a section, a tag, a running story or an author. */
export const GET = machineRoute('/rss/[...path]', ({ path }: { path: string[] }) => answerFeed(path));
