'use client';
import { useId, useMemo, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { TextArea } from '#components/ui/text-field.tsx';
import { dateAndTime } from '#lib/site/dates.ts';
import { blockName, blockText } from './block-text.ts';
import { articleTypes, fieldNames } from './field-names.ts';
import {
  type Choice,
  choicesOf,
  clashesOf,
  type Decision,
  firstDecision,
  settle,
  textToEdit,
} from './settle.ts';
import type { Clash, Conflict, FieldClash, Saving } from './types.ts';
import { compareWords } from './words.ts';
import { Words } from './words.tsx';

/** Names of what the article holds by number: its section and its running story. */
export type NameOf = (field: 'categoryId' | 'topicId', id: number) => string | undefined;

interface Props {
  conflict: Conflict;
  nameOf?: NameOf | undefined;
  resolve: Saving['resolve'];
}

type Side = 'base' | 'mine' | 'theirs';

function fieldText(conflict: Conflict, side: Side, field: FieldClash['field'], nameOf?: NameOf): string {
  const content = side === 'theirs' ? conflict.theirs.content : conflict[side];
  switch (field) {
    case 'type':
      return articleTypes[content.type];
    case 'categoryId':
    case 'topicId': {
      const id = content[field];
      return id === null ? '' : (nameOf?.(field, id) ?? `số ${id}`);
    }
    case 'cover':
      return content.cover ? blockText({ type: 'photo', ...content.cover }) || 'Ảnh không lời' : '';
    case 'picks':
      return content.picks.map((id) => `bài số ${id}`).join(', ');
    case 'tags':
    case 'bylines':
      return content[field].join(', ');
    default:
      return content[field] ?? '';
  }
}

function clashText(conflict: Conflict, side: Side, clash: Clash, nameOf?: NameOf): string {
  if (clash.kind === 'field') return fieldText(conflict, side, clash.field, nameOf);
  return clash[side].map((block) => blockText(block) || blockName(block)).join('\n');
}

function legendOf(clash: Clash): string {
  if (clash.kind === 'field') return fieldNames[clash.field];
  const [block] = [...clash.base, ...clash.mine, ...clash.theirs];
  return block ? `${blockName(block)} trong bài` : 'Đoạn trong bài';
}

function choiceNames(name: string): Record<Choice, string> {
  return {
    mine: 'Lấy của bạn',
    theirs: `Lấy của ${name}`,
    both: 'Giữ cả hai',
    edited: 'Tự sửa lại',
  };
}

interface ClashProps {
  clash: Clash;
  conflict: Conflict;
  name: string;
  decision: Decision;
  decide: (decision: Decision) => void;
  nameOf?: NameOf | undefined;
}

function ClashView({ clash, conflict, name, decision, decide, nameOf }: ClashProps) {
  const id = useId();
  const base = clashText(conflict, 'base', clash, nameOf);
  const mine = compareWords(base, clashText(conflict, 'mine', clash, nameOf)).now;
  const theirs = compareWords(base, clashText(conflict, 'theirs', clash, nameOf)).now;
  const labels = choiceNames(name);
  const choose = (choice: Choice) => {
    const text = choice === 'edited' && decision.text === '' ? textToEdit(clash, conflict) : decision.text;
    decide({ choice, text });
  };
  return (
    <fieldset className="clash">
      <legend>{legendOf(clash)}</legend>
      <div className="clash-sides">
        <div className="clash-side">
          <h3>Bản gốc</h3>
          <Words pieces={[{ text: base, changed: false }]} />
        </div>
        <div className="clash-side">
          <h3>Của bạn</h3>
          <Words pieces={mine} kind="new" />
        </div>
        <div className="clash-side">
          <h3>Của {name}</h3>
          <Words pieces={theirs} kind="new" />
        </div>
      </div>
      <div className="choices-row">
        {choicesOf(clash).map((choice) => (
          <label key={choice} className="choice">
            <input
              type="radio"
              name={id}
              checked={decision.choice === choice}
              onChange={() => choose(choice)}
            />
            <span>{labels[choice]}</span>
          </label>
        ))}
      </div>
      {decision.choice === 'edited' && (
        <TextArea
          label="Viết lại"
          hint={clash.kind === 'blocks' ? 'Mỗi dòng là một đoạn.' : undefined}
          value={decision.text}
          onChange={(text) => decide({ choice: 'edited', text })}
        />
      )}
    </fieldset>
  );
}

/**
 * Two texts that grew out of one, what clashes of them side by side with what they grew out of: for each, one of them,
 * both, or a new text by hand. What does not clash is joined already.
 */
export function ThreeWay({ conflict, nameOf, resolve }: Props) {
  const merged = useMemo(() => clashesOf(conflict), [conflict]);
  const [decisions, setDecisions] = useState<Record<number, Decision>>({});
  const { theirs } = conflict;
  const name = theirs.savedBy ?? 'người khác';
  const decided = merged.clashes.map((clash, i) => decisions[i] ?? firstDecision(clash));
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        resolve(settle(conflict, merged, decided));
      }}
    >
      <p>
        {name} đã lưu lúc {dateAndTime(theirs.savedAt)}, trong khi bạn cũng đang viết. Những chỗ chỉ một người
        sửa đã được ghép. Chỗ nào hai người cùng sửa, hãy chọn cách ghép; cả hai bản đều được giữ trong lịch
        sử của bài.
      </p>
      {merged.clashes.map((clash, i) => (
        <ClashView
          // biome-ignore lint/suspicious/noArrayIndexKey: clashes stand in the order of the text and nowhere else
          key={i}
          clash={clash}
          conflict={conflict}
          name={name}
          decision={decided[i] ?? firstDecision(clash)}
          decide={(decision) => setDecisions((before) => ({ ...before, [i]: decision }))}
          nameOf={nameOf}
        />
      ))}
      <div className="buttons buttons-end">
        <Button type="submit" variant="primary">
          Ghép và lưu
        </Button>
      </div>
    </form>
  );
}
