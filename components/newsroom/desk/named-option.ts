import type { Option } from '#components/ui/option.ts';
import type { Suggestion } from '#lib/named/types.ts';
import { articlesWord } from './kind-words.ts';

export const optionOf = ({ id, name, uses }: Suggestion): Option => ({
  value: String(id),
  label: name,
  hint: articlesWord(uses),
});
