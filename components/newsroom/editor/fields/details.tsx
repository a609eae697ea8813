'use client';
import { useState } from 'react';
import { articleTypes } from '#components/newsroom/saving/field-names.ts';
import { Combobox, MultiCombobox } from '#components/ui/combobox.tsx';
import type { Option, Search } from '#components/ui/option.ts';
import { type Choice, SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { ArticleContent } from '#lib/articles/types.ts';
import { cleanLine } from '#lib/site/text.ts';
import type { Draft } from '../draft.ts';
import { fieldIds } from '../field-names.ts';
import { useEditorServices } from '../services.ts';
import { CoverField } from './cover-field.tsx';
import { type Picked, PickedArticles } from './picked-articles.tsx';

interface DetailChoices {
  /** The sections that the person may give an article, and the one it has. */
  sections: readonly Choice[];
  /** The running story that the article has, by its name. */
  topicName: (id: number) => string;
  /** Headlines of the articles that are picked. */
  headlineOf: (id: number) => string;
}

interface Props extends DetailChoices {
  draft: Draft;
  errorOf: (field: keyof ArticleContent) => string | undefined;
}

const types: readonly Choice[] = Object.entries(articleTypes).map(([value, label]) => ({ value, label }));

const isType = (value: string): value is ArticleContent['type'] => value in articleTypes;

const named = (name: string): Option => ({ value: name, label: name });
const made = (typed: string): Option => named(cleanLine(typed));

/** What hangs on an article beside its text: where it stands, what it is about, who wrote it, what it leads to. */
export function Details(props: Props) {
  const { draft, errorOf } = props;
  const { editable, searches } = useEditorServices();
  const { initial } = draft;
  return (
    <section className="details" aria-label="Thông tin về bài">
      <Section {...props} />
      <Names
        id={fieldIds.tags}
        label="Thẻ"
        most={30}
        initial={initial.tags}
        onChange={(tags) => draft.set('tags', tags)}
        search={searches.tags}
        error={errorOf('tags')}
        hint="Gõ rồi bấm Enter. Không cần gõ dấu để tìm."
      />
      <Topic {...props} />
      <Names
        label="Bút danh"
        most={10}
        initial={initial.bylines}
        onChange={(bylines) => draft.set('bylines', bylines)}
        search={searches.bylines}
        error={errorOf('bylines')}
      />
      <CoverField
        initial={initial.cover}
        onChange={(cover) => draft.set('cover', cover)}
        error={errorOf('cover')}
      />
      <Picks
        initial={initial.picks.map((id) => ({ id, title: props.headlineOf(id) }))}
        onChange={(picks) => draft.set('picks', picks)}
        search={searches.articles}
        readOnly={!editable}
        error={errorOf('picks')}
      />
      <Kind {...props} />
    </section>
  );
}

function Section({ draft, sections, errorOf }: Props) {
  const { editable } = useEditorServices();
  const { categoryId } = draft.initial;
  const [value, setValue] = useState(categoryId === null ? '' : String(categoryId));
  return (
    <SelectField
      id={fieldIds.categoryId}
      label="Chuyên mục"
      none="Chưa chọn"
      value={value}
      choices={sections}
      disabled={!editable}
      error={errorOf('categoryId')}
      onChange={(chosen) => {
        setValue(chosen);
        draft.set('categoryId', chosen === '' ? null : Number(chosen));
      }}
    />
  );
}

interface NamesProps {
  id?: string;
  label: string;
  hint?: string;
  most: number;
  initial: readonly string[];
  onChange: (names: string[]) => void;
  search: Search;
  error: string | undefined;
}

/** Names in an order; what does not exist yet is made when the article is saved. */
function Names({ initial, onChange, ...rest }: NamesProps) {
  const { editable } = useEditorServices();
  const [names, setNames] = useState(() => initial.map(named));
  return (
    <MultiCombobox
      {...rest}
      value={names}
      disabled={!editable}
      create={made}
      createLabel="Thêm"
      onChange={(chosen) => {
        setNames([...chosen]);
        onChange(chosen.map(({ label }) => label));
      }}
    />
  );
}

function Topic({ draft, topicName, errorOf }: Props) {
  const { editable, searches } = useEditorServices();
  const { topicId } = draft.initial;
  const [topic, setTopic] = useState<Option | null>(
    topicId === null ? null : { value: String(topicId), label: topicName(topicId) },
  );
  return (
    <Combobox
      label="Dòng sự kiện"
      value={topic}
      disabled={!editable}
      search={searches.topics}
      placeholder="Không thuộc dòng sự kiện nào"
      error={errorOf('topicId')}
      onChange={(chosen) => {
        setTopic(chosen);
        draft.set('topicId', chosen ? Number(chosen.value) : null);
      }}
    />
  );
}

interface PicksProps {
  initial: readonly Picked[];
  onChange: (ids: number[]) => void;
  search: Search;
  readOnly: boolean;
  error: string | undefined;
}

function Picks({ initial, onChange, ...rest }: PicksProps) {
  const [picked, setPicked] = useState(initial);
  return (
    <PickedArticles
      {...rest}
      id={fieldIds.picks}
      label="Bài liên quan"
      most={5}
      picked={picked}
      onChange={(chosen) => {
        setPicked(chosen);
        onChange(chosen.map(({ id }) => id));
      }}
    />
  );
}

function Kind({ draft, errorOf }: Props) {
  const { editable } = useEditorServices();
  const [type, setType] = useState<string>(draft.initial.type);
  const [agency, setAgency] = useState(draft.initial.agency ?? '');
  return (
    <>
      <TextField
        label="Tiền tố hãng tin"
        hint="Đứng trước sapo, ví dụ TTXVN."
        maxLength={40}
        value={agency}
        readOnly={!editable}
        error={errorOf('agency')}
        onChange={(text) => {
          setAgency(text);
          draft.set('agency', text === '' ? null : text);
        }}
      />
      <SelectField
        label="Thể loại"
        value={type}
        choices={types}
        disabled={!editable}
        onChange={(chosen) => {
          setType(chosen);
          if (isType(chosen)) draft.set('type', chosen);
        }}
      />
    </>
  );
}
