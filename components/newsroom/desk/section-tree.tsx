'use client';
import { useRef, useState } from 'react';
import { Link } from '#components/ui/link.tsx';
import { SortableList } from '#components/ui/sortable-list.tsx';
import { StatusMessage } from '#components/ui/status-message.tsx';
import { say } from '#components/ui/toast.tsx';
import { type ServerAction, useAction } from '#components/ui/use-action.ts';
import type { DeskCategory } from '#lib/categories/types.ts';
import { categoryPath } from '#lib/site/urls.ts';
import { articlesWord } from './kind-words.ts';

interface Props {
  sections: readonly DeskCategory[];
  order: ServerAction<{ parentId: number | null; ids: number[] }, unknown>;
}

/** The sections in their order, each with its children; both levels can be put into another order. */
export function SectionTree({ sections, order }: Props) {
  return <Level parentId={null} label="Chuyên mục cấp một" sections={sections} order={order} />;
}

interface LevelProps extends Props {
  parentId: number | null;
  label: string;
}

function Level({ parentId, label, sections, order }: LevelProps) {
  // The order somebody gave here, until the server refuses it or the sections themselves are others.
  const [given, setGiven] = useState<readonly number[] | null>(null);
  const { run, trouble } = useAction(order);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const isWhole = given?.length === sections.length && sections.every(({ id }) => given.includes(id));
  const shown = isWhole ? [...sections].sort((a, b) => given.indexOf(a.id) - given.indexOf(b.id)) : sections;
  const give = (ids: number[], moved: { id: number; name: string }) => {
    setGiven(ids);
    say(`${moved.name}: vị trí ${ids.indexOf(moved.id) + 1}/${ids.length}.`);
    // One after another: a quick second step must neither overtake the first nor be dropped.
    queue.current = queue.current.then(async () => {
      if ((await run({ parentId, ids })) === null) setGiven(null);
    });
  };
  return (
    <div className="stack-tight">
      {trouble && <StatusMessage kind="danger">{trouble.message}</StatusMessage>}
      <SortableList
        label={label}
        items={shown.map((section) => ({
          id: section.id,
          name: section.name,
          content: <SectionLine section={section} />,
          under: section.children.length > 0 && (
            <Level
              parentId={section.id}
              label={`Mục con của ${section.name}`}
              sections={section.children}
              order={order}
            />
          ),
        }))}
        onOrder={give}
      />
    </div>
  );
}

function SectionLine({ section }: { section: DeskCategory }) {
  const href = categoryPath(section.path);
  return (
    <>
      <Link href={`/admin/chuyen-muc/${section.id}`} className="table-link">
        {section.name}
      </Link>
      <span className="section-line-rest">
        <a href={href} className="quiet">
          {href}
        </a>
        <span className="quiet numbers">{articlesWord(section.articles)}</span>
      </span>
    </>
  );
}
