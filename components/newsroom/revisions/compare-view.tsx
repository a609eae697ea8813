import type { RevisionText, SavedContent } from '#lib/articles/types.ts';
import type { Block } from '#lib/body/types.ts';
import { dateAndTime, isoWithOffset } from '#lib/site/dates.ts';
import { blockName, blockText } from '../saving/block-text.ts';
import { articleTypes, fieldNames } from '../saving/field-names.ts';
import { compareWords } from '../saving/words.ts';
import { Words } from '../saving/words.tsx';
import { alignBodies, type Pair } from './align.ts';
import { reasonName } from './reason-name.ts';

interface Props {
  before: RevisionText;
  now: RevisionText;
}

const coverText = ({ cover }: SavedContent) =>
  cover ? blockText({ type: 'photo', ...cover }) || 'Ảnh không lời' : '';

/** The fields that are not the body, as text. */
const fields: [string, (content: SavedContent) => string][] = [
  [fieldNames.title, ({ title }) => title],
  [fieldNames.sapo, ({ sapo }) => sapo],
  [fieldNames.agency, ({ agency }) => agency ?? ''],
  [fieldNames.type, ({ type }) => articleTypes[type]],
  [fieldNames.categoryId, ({ category }) => category.join(' / ')],
  [fieldNames.topicId, ({ topic }) => topic ?? ''],
  [fieldNames.tags, ({ tags }) => tags.join(', ')],
  [fieldNames.bylines, ({ bylines }) => bylines.join(', ')],
  [fieldNames.cover, coverText],
  [fieldNames.picks, ({ related }) => related.join('\n')],
];

function Head({ revision, name }: { revision: RevisionText; name: string }) {
  return (
    <div className="compare-head">
      <h2>
        {name}: bản {revision.number}
      </h2>
      <p className="small quiet">
        {revision.author ?? 'Máy chủ'},{' '}
        <time dateTime={isoWithOffset(revision.savedAt)}>{dateAndTime(revision.savedAt)}</time> ·{' '}
        {reasonName(revision)}
      </p>
    </div>
  );
}

function Row({ name, before, now }: { name: string; before: string; now: string }) {
  const words = compareWords(before, now);
  return (
    <div className="compare-row">
      <h3>{name}</h3>
      <div className="compare-side">
        <Words pieces={words.before} kind="gone" />
      </div>
      <div className="compare-side">
        <Words pieces={words.now} kind="new" />
      </div>
    </div>
  );
}

const textOf = (block: Block | null) => (block ? blockText(block) || blockName(block) : '');

function BlockRow({ before, now }: Pair) {
  const block = now ?? before;
  if (!block) return null;
  const [was, is] = [textOf(before), textOf(now)];
  // Words alone do not show it: a link, bold, another picture.
  const note = before && now && was === is ? ' (đổi định dạng, liên kết hoặc ảnh)' : '';
  return <Row name={`${blockName(block)}${note}`} before={was} now={is} />;
}

/** Pairs that changed, one by one; between them, how many did not. */
function bodyRows(pairs: Pair[]): (Pair | number)[] {
  const rows: (Pair | number)[] = [];
  for (const pair of pairs) {
    const last = rows.at(-1);
    if (pair.before !== pair.now) rows.push(pair);
    else if (typeof last === 'number') rows[rows.length - 1] = last + 1;
    else rows.push(1);
  }
  return rows;
}

/** Two revisions side by side, word by word: what went on the left, what came on the right; what stayed is only counted. */
export function CompareView({ before, now }: Props) {
  const changed = fields.filter(([, textIn]) => textIn(before.content) !== textIn(now.content));
  const rows = bodyRows(alignBodies(before.content.body, now.content.body));
  const isSame = changed.length === 0 && rows.every((row) => typeof row === 'number');
  return (
    <div className="compare">
      <div className="compare-row compare-heads">
        <Head revision={before} name="Trước" />
        <Head revision={now} name="Sau" />
      </div>
      {isSame && <p className="empty">Hai bản giống nhau từng chữ.</p>}
      {changed.map(([name, textIn]) => (
        <Row key={name} name={name} before={textIn(before.content)} now={textIn(now.content)} />
      ))}
      {!isSame &&
        rows.map((row, i) =>
          typeof row === 'number' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a comparison have no other name than their place
            <p key={i} className="compare-same small quiet">
              {row} đoạn không đổi
            </p>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <BlockRow key={i} {...row} />
          ),
        )}
    </div>
  );
}
