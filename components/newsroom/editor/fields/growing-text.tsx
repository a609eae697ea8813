'use client';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Field } from '#components/ui/field.tsx';

interface Props {
  id: string;
  label: string;
  className: string;
  initial: string;
  onChange: (text: string) => void;
  readOnly: boolean;
  error: string | undefined;
  /** Counts the letters against this many; more is a matter of taste and no mistake. */
  most: number;
  placeholder: string;
  /** Enter goes on from here: the text has no lines of its own. */
  onEnter: () => void;
}

const oneLine = (text: string) => text.replace(/\s*[\r\n]+\s*/g, ' ');

/** Browsers that can't let a box grow with its text by themselves. */
function grow(box: HTMLTextAreaElement | null): void {
  if (!box || CSS.supports('field-sizing', 'content')) return;
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight}px`;
}

/** A text of one paragraph in a box as tall as it: the headline, the sapo. */
export function GrowingText(props: Props) {
  const { id, label, className, initial, onChange, readOnly, error, most, placeholder, onEnter } = props;
  const [text, setText] = useState(initial);
  const box = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: its height follows the text
  useEffect(() => grow(box.current), [text]);
  const take = (value: string) => {
    setText(value);
    onChange(value);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method puts a syllable together, Enter is its own (229: Safari tells of it too late).
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    onEnter();
  };
  const count = text.normalize('NFC').length;
  return (
    <Field id={id} label={label} error={error} counter={{ count, most }}>
      {(wiring) => (
        <textarea
          {...wiring}
          ref={box}
          className={`growing ${className}`}
          rows={1}
          value={text}
          readOnly={readOnly}
          placeholder={readOnly ? undefined : placeholder}
          spellCheck={false}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            const { value } = event.target;
            const { nativeEvent } = event;
            // A text that is being composed is left alone; lines come by pasting only.
            const isComposing = nativeEvent instanceof InputEvent && nativeEvent.isComposing;
            take(isComposing ? value : oneLine(value));
          }}
        />
      )}
    </Field>
  );
}
