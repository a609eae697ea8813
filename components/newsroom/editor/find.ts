import type { Option, Search } from '#components/ui/option.ts';
import type { Choice } from '#components/ui/select-field.tsx';
import type { Suggestion } from '#lib/named/types.ts';
import type { Answer } from '#lib/site/answer.ts';
import { dateAndTime } from '#lib/site/dates.ts';

type Asked<T> = (input: { query: string }) => Promise<Answer<readonly T[]>>;

interface Offered {
  id: number;
  title: string;
  section: string;
  publishedAt: Date;
}

/** How the page finds what is offered while somebody types. */
export interface Find {
  tags: Asked<Suggestion>;
  bylines: Asked<Suggestion>;
  topics: Asked<Suggestion>;
  articles: Asked<Offered>;
}

const usesOf = (uses: number) => (uses > 0 ? `${uses} bài` : undefined);

const byName = ({ name, uses }: Suggestion): Option => ({ value: name, label: name, hint: usesOf(uses) });
const byId = ({ id, name, uses }: Suggestion): Option => ({
  value: String(id),
  label: name,
  hint: usesOf(uses),
});
const ofArticle = ({ id, title, section, publishedAt }: Offered): Option => ({
  value: String(id),
  label: title,
  hint: `${section}, ${dateAndTime(publishedAt)}`,
});

/** Without an answer nothing is offered, and one types on. */
function search<T>(ask: Asked<T>, option: (found: T) => Option): Search {
  return async (query) => {
    const answer = await ask({ query });
    return answer.ok ? answer.value.map(option) : [];
  };
}

export function searchOf(find: Find) {
  return {
    tags: search(find.tags, byName),
    bylines: search(find.bylines, byName),
    topics: search(find.topics, byId),
    articles: search(find.articles, ofArticle),
  };
}

/** The sections to choose from: those of the person, and the one that the article has. */
export function sectionChoices(
  sections: readonly { id: number; label: string }[],
  current: { id: number; name: string } | null,
): Choice[] {
  const choices = sections.map(({ id, label }) => ({ value: String(id), label }));
  const has = !current || choices.some(({ value }) => value === String(current.id));
  return has ? choices : [{ value: String(current.id), label: current.name }, ...choices];
}
