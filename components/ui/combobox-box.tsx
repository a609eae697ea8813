'use client';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { type Entry, entriesOf } from './combobox-entries.ts';
import type { Wiring } from './field.tsx';
import type { Option, Search } from './option.ts';
import { useSuggestions } from './use-suggestions.ts';

interface Props {
  wiring: Wiring;
  search: Search;
  /** What the box shows. */
  text: string;
  /** What is searched for: what was typed since the last choice. */
  query: string;
  placeholder?: string | undefined;
  disabled?: boolean | undefined;
  onText: (text: string) => void;
  onChoose: (option: Option) => void;
  onCreate?: ((text: string) => void) | undefined;
  createLabel?: string | undefined;
  onLeave: () => void;
  /** Backspace in an empty box. */
  onBackspace?: (() => void) | undefined;
  before?: ReactNode;
}

/** An input with a list under it, by the ARIA 1.2 pattern of a combobox: the focus stays in the input. */
export function ComboboxBox(props: Props) {
  const { wiring, text, query, disabled, onText, onChoose, onCreate, onLeave, onBackspace } = props;
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const { options, isSearching } = useSuggestions(props.search, query, isOpen);
  const entries = entriesOf(options, query, onCreate !== undefined, isSearching);
  const current = entries[active];
  const hasList = isOpen && entries.length > 0;

  const open = () => {
    setOpen(true);
    setActive(-1);
  };
  /** Whether there was anything to close. */
  const close = (): boolean => {
    setOpen(false);
    setActive(-1);
    return isOpen;
  };
  const take = (entry: Entry) => {
    if (entry.is === 'option') onChoose(entry.option);
    else onCreate?.(entry.text);
    setActive(-1);
    setOpen(false);
  };
  const move = (step: 1 | -1): boolean => {
    if (!isOpen) open();
    if (entries.length > 0) setActive((now) => nextOf(now, step, entries.length));
    return true;
  };
  const eraseLast = (): boolean => {
    if (text === '') onBackspace?.();
    return false;
  };
  /** Enter (or a comma): what is marked, or else what is typed, as it is. */
  const commit = (): boolean => {
    const typed = query.trim();
    if (isOpen && current) take(current);
    else if (onCreate && typed !== '') take({ is: 'new', text: typed });
    else if (isOpen && typed !== '' && entries[0]) take(entries[0]);
    else return false;
    return true;
  };
  const keys = new Map<string, () => boolean>([
    ['ArrowDown', () => move(1)],
    ['ArrowUp', () => move(-1)],
    ['Enter', commit],
    [',', () => onCreate !== undefined && commit()],
    ['Escape', close],
    ['Backspace', eraseLast],
  ]);
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method puts a syllable together, Enter and the arrows are its own.
    if (event.nativeEvent.isComposing) return;
    if (keys.get(event.key)?.()) event.preventDefault();
  };

  return (
    <div className="combobox">
      {/* A click beside the words is meant for the input, which has its own ways by keyboard. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
      <div
        className="combobox-box"
        onMouseDown={(event) => {
          if (event.target !== event.currentTarget) return;
          event.preventDefault();
          input.current?.focus();
        }}
      >
        {props.before}
        <input
          {...wiring}
          ref={input}
          className="combobox-input"
          type="text"
          role="combobox"
          autoComplete="off"
          aria-autocomplete="list"
          aria-expanded={hasList}
          aria-controls={hasList ? listId : undefined}
          aria-activedescendant={hasList && current ? `${listId}-${active}` : undefined}
          placeholder={props.placeholder}
          disabled={disabled}
          value={text}
          onChange={(event) => {
            onText(event.target.value);
            open();
          }}
          onClick={open}
          onKeyDown={onKeyDown}
          onBlur={() => {
            close();
            onLeave();
          }}
        />
      </div>
      {hasList && (
        <List
          id={listId}
          entries={entries}
          active={active}
          createLabel={props.createLabel ?? 'Thêm'}
          onTake={take}
        />
      )}
      {isOpen && !hasList && (
        <div className="combobox-list" role="status">
          <p className="combobox-note">{isSearching ? 'Đang tìm…' : 'Không có gì khớp.'}</p>
        </div>
      )}
    </div>
  );
}

/** The entry after or before; from none, the first or the last; past the ends, round. */
function nextOf(now: number, step: 1 | -1, count: number): number {
  if (now === -1) return step === 1 ? 0 : count - 1;
  return (now + step + count) % count;
}

interface ListProps {
  id: string;
  entries: readonly Entry[];
  active: number;
  createLabel: string;
  onTake: (entry: Entry) => void;
}

function List({ id, entries, active, createLabel, onTake }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div ref={list} className="combobox-list" role="listbox" id={id} aria-label="Gợi ý">
      {entries.map((entry, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard stays in the input, which does all of it
        <div
          key={entry.is === 'option' ? entry.option.value : ' new'}
          id={`${id}-${index}`}
          className="combobox-option"
          role="option"
          aria-selected={index === active}
          tabIndex={-1}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(entry)}
        >
          {entry.is === 'option' ? (
            <>
              <span>{entry.option.label}</span>
              {entry.option.hint && <span className="combobox-hint">{entry.option.hint}</span>}
            </>
          ) : (
            <span>
              {createLabel} “{entry.text}”
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
