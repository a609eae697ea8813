'use client';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { insertBlocks } from './commands.ts';
import { type ToolItem, type ToolWindow, tableItems, toolGroups } from './toolbar-items.tsx';

interface Props {
  editor: Editor;
  /** The element that the buttons work on. */
  controls: string;
  onOpen: (window: ToolWindow) => void;
}

const items = toolGroups.flat();

/** Which buttons are on and which can be pressed, where the cursor stands. */
function stateOf(editor: Editor) {
  return {
    on: items.filter((item) => item.isOn?.(editor)).map((item) => item.id),
    off: items.filter((item) => item.can && !item.can(editor)).map((item) => item.id),
    inTable: editor.isActive('table'),
  };
}

/**
 * The editor's buttons, by the ARIA pattern of a toolbar: Tab leads to it and past it, the arrow keys from button to
 * button, Esc back to the text.
 */
export function Toolbar({ editor, controls, onOpen }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState('paragraph');
  const { on, off, inTable } = useEditorState({ editor, selector: ({ editor: now }) => stateOf(now) });

  const press = (item: ToolItem) => {
    setCurrent(item.id);
    if (item.id === 'related') insertBox(editor);
    else if (item.opens) onOpen(item.opens);
    else item.run?.(editor);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(bar.current?.querySelectorAll<HTMLButtonElement>('button') ?? [])];
    const { activeElement } = document;
    const at = activeElement instanceof HTMLButtonElement ? buttons.indexOf(activeElement) : -1;
    const to = placeOf(event.key, at, buttons.length);
    if (event.key === 'Escape') editor.commands.focus();
    else if (to === null) return;
    else buttons[to]?.focus();
    event.preventDefault();
  };
  const button = (item: ToolItem) => (
    <ToolButton
      key={item.id}
      item={item}
      isOn={on.includes(item.id)}
      isOff={off.includes(item.id)}
      isCurrent={item.id === current}
      onFocus={() => setCurrent(item.id)}
      onPress={() => press(item)}
    />
  );
  return (
    <div
      ref={bar}
      className="toolbar"
      role="toolbar"
      aria-label="Định dạng bài"
      aria-controls={controls}
      onKeyDown={onKeyDown}
    >
      {toolGroups.map((group) => (
        <span key={group[0]?.id} className="toolbar-group">
          {group.map(button)}
        </span>
      ))}
      {inTable && <span className="toolbar-group toolbar-table">{tableItems.map(button)}</span>}
    </div>
  );
}

function placeOf(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count;
    case 'ArrowLeft':
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** A box to put articles into; its search has the cursor at once. */
function insertBox(editor: Editor): void {
  const at = insertBlocks(editor, [{ type: 'related', attrs: { articles: [] } }]);
  requestAnimationFrame(() => {
    const dom = editor.view.nodeDOM(at);
    if (dom instanceof HTMLElement) dom.querySelector<HTMLElement>('input')?.focus();
  });
}

interface ButtonProps {
  item: ToolItem;
  isOn: boolean;
  isOff: boolean;
  isCurrent: boolean;
  onFocus: () => void;
  onPress: () => void;
}

function ToolButton({ item, isOn, isOff, isCurrent, onFocus, onPress }: ButtonProps) {
  const { name, keys, sign, isOn: canBeOn } = item;
  return (
    <button
      type="button"
      className="toolbar-button"
      title={keys ? `${name} (${keys})` : name}
      tabIndex={isCurrent ? 0 : -1}
      // It stays among those that the arrow keys reach: what can't be done here should be heard of all the same.
      aria-disabled={isOff || undefined}
      aria-pressed={canBeOn ? isOn : undefined}
      onFocus={onFocus}
      // The click must not take the selection out of the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={isOff ? undefined : onPress}
    >
      <span aria-hidden="true">{sign}</span>
      <span className="visually-hidden">{name}</span>
    </button>
  );
}
