'use client';
import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import type { KeyboardEvent, ReactNode } from 'react';
import { moveBlock, removeBlock } from '../commands.ts';
import { useEditorServices } from '../services.ts';

interface Props extends Pick<ReactNodeViewProps, 'editor' | 'getPos' | 'selected'> {
  /** What it is: "Ảnh". */
  label: string;
  /** Further buttons, before those that every block has. */
  tools?: ReactNode;
  children: ReactNode;
}

/**
 * The frame of a block that is no running text: its name, buttons to move it and take it out, and its own fields, all of
 * them by keyboard. Esc in a field leads back to the text.
 */
export function BlockFrame({ editor, getPos, selected, label, tools, children }: Props) {
  const { editable } = useEditorServices();
  const at = (work: (place: number) => void) => () => {
    const place = getPos();
    if (place !== undefined) work(place);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    event.preventDefault();
    at((place) => editor.chain().setNodeSelection(place).focus().run())();
  };
  return (
    <NodeViewWrapper
      className={selected ? 'block-frame block-frame-selected' : 'block-frame'}
      role="group"
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      <div className="block-head" contentEditable={false}>
        <span className="block-name" data-drag-handle={editable ? '' : undefined}>
          {label}
        </span>
        {editable && (
          <span className="block-tools">
            {tools}
            <BlockTool name="Đưa lên" sign="↑" onPress={at((place) => moveBlock(editor, place, -1))} />
            <BlockTool name="Đưa xuống" sign="↓" onPress={at((place) => moveBlock(editor, place, 1))} />
            <BlockTool name="Bỏ" sign="×" onPress={at((place) => removeBlock(editor, place))} />
          </span>
        )}
      </div>
      <div contentEditable={false}>{children}</div>
    </NodeViewWrapper>
  );
}

interface ToolProps {
  name: string;
  sign: string;
  onPress: () => void;
  disabled?: boolean;
}

/** A small button of a block; `name` is what it does. */
export function BlockTool({ name, sign, onPress, disabled }: ToolProps) {
  return (
    <button type="button" className="tool" title={name} disabled={disabled} onClick={onPress}>
      <span aria-hidden="true">{sign}</span>
      <span className="visually-hidden">{name}</span>
    </button>
  );
}
