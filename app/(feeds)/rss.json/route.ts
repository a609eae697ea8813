import { answerPaperFeed } from '#lib/feeds/answer.ts';
import { machineRoute } from '../machine-route.ts';

/** The paper's newest articles. */
export const GET = machineRoute('/rss.json', () => answerPaperFeed('json'));
