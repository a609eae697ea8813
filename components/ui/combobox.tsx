'use client';
import { type ReactNode, useState } from 'react';
import { ComboboxBox } from './combobox-box.tsx';
import { Field, type FieldProps } from './field.tsx';
import type { Option, Search } from './option.ts';

interface Common extends Omit<FieldProps, 'counter' | 'required'> {
  search: Search;
  placeholder?: string | undefined;
  disabled?: boolean | undefined;
  required?: boolean | undefined;
}

interface SingleProps extends Common {
  value: Option | null;
  onChange: (value: Option | null) => void;
}

interface MultiProps extends Common {
  value: readonly Option[];
  onChange: (value: readonly Option[]) => void;
  /** Makes an option of what was typed and does not exist yet; left out, only what exists can be chosen. */
  create?: ((text: string) => Option) | undefined;
  /** Before the text of what would be made: "Thẻ mới". */
  createLabel?: string | undefined;
  most?: number | undefined;
}

/** One thing chosen by typing a part of its name; an emptied box is no choice. */
export function Combobox({ value, onChange, search, placeholder, disabled, ...field }: SingleProps) {
  // While somebody types, the box holds what is typed; otherwise the name of what is chosen.
  const [typed, setTyped] = useState<string | null>(null);
  const leave = () => {
    if (typed !== null && typed.trim() === '') onChange(null);
    setTyped(null);
  };
  return (
    <Field {...field}>
      {(wiring) => (
        <ComboboxBox
          wiring={wiring}
          search={search}
          placeholder={placeholder}
          disabled={disabled}
          text={typed ?? value?.label ?? ''}
          query={typed ?? ''}
          onText={setTyped}
          onChoose={(option) => {
            onChange(option);
            setTyped(null);
          }}
          onLeave={leave}
        />
      )}
    </Field>
  );
}

/** Several things in an order, chosen by typing a part of their names or, where `create` is given, made by typing. */
export function MultiCombobox(props: MultiProps) {
  const { value, onChange, search, create, createLabel, most, placeholder, disabled, ...field } = props;
  const [text, setText] = useState('');
  const isFull = most !== undefined && value.length >= most;
  const has = (option: Option) => value.some((one) => one.value === option.value);
  const add = (option: Option) => {
    setText('');
    if (!has(option) && !isFull) onChange([...value, option]);
  };
  const remove = (option: Option) => onChange(value.filter((one) => one.value !== option.value));
  const addTyped = create && ((typed: string) => add(create(typed)));
  return (
    <Field {...field}>
      {(wiring) => (
        <ComboboxBox
          wiring={wiring}
          search={async (query) => (await search(query)).filter((option) => !has(option))}
          placeholder={value.length === 0 ? placeholder : undefined}
          disabled={disabled || isFull}
          text={text}
          query={text}
          onText={setText}
          onChoose={add}
          onCreate={addTyped}
          createLabel={createLabel}
          onLeave={() => {
            // What was typed and not yet chosen is meant: leaving the box does not lose it.
            if (text.trim() !== '') addTyped?.(text.trim());
            setText('');
          }}
          onBackspace={() => {
            const last = value.at(-1);
            if (last) remove(last);
          }}
          before={value.length > 0 && <Chips options={value} onRemove={remove} disabled={disabled} />}
        />
      )}
    </Field>
  );
}

interface ChipsProps {
  options: readonly Option[];
  onRemove: (option: Option) => void;
  disabled: boolean | undefined;
}

function Chips({ options, onRemove, disabled }: ChipsProps): ReactNode {
  return (
    <ul className="combobox-chips">
      {options.map((option) => (
        <li key={option.value} className="chip">
          <span className="chip-name">{option.label}</span>
          <button
            type="button"
            className="chip-remove"
            disabled={disabled}
            // The click must not take the focus from the box first: leaving it means something.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onRemove(option)}
          >
            <span aria-hidden="true">×</span>
            <span className="visually-hidden">Bỏ {option.label}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
