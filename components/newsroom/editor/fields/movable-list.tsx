'use client';
import { useRef } from 'react';

interface Item<T> {
  key: string | number;
  name: string;
  value: T;
}

interface Props<T> {
  label: string;
  items: readonly Item<T>[];
  onChange: (values: readonly T[]) => void;
  readOnly: boolean;
}

/** Things in an order, each of which can be moved and taken out, with the keyboard as with the mouse. */
export function MovableList<T>({ label, items, onChange, readOnly }: Props<T>) {
  const list = useRef<HTMLOListElement>(null);
  if (items.length === 0) return null;
  const values = items.map(({ value }) => value);

  const focusOn = (place: number, button: string) =>
    requestAnimationFrame(() => {
      const row = list.current?.children[Math.min(place, (list.current?.children.length ?? 1) - 1)];
      const wanted = row?.querySelector<HTMLButtonElement>(`[data-does="${button}"]:not(:disabled)`);
      (wanted ?? row?.querySelector<HTMLButtonElement>('button:not(:disabled)'))?.focus();
    });
  const move = (from: number, by: 1 | -1) => {
    const moved = values.toSpliced(from, 1);
    const [value] = values.slice(from, from + 1);
    if (value !== undefined) onChange(moved.toSpliced(from + by, 0, value));
    focusOn(from + by, by === 1 ? 'down' : 'up');
  };
  const remove = (place: number) => {
    onChange(values.toSpliced(place, 1));
    focusOn(place, 'remove');
  };

  return (
    <ol ref={list} className="movable" aria-label={label}>
      {items.map(({ key, name }, place) => (
        <li key={key} className="movable-item">
          <span className="movable-name">{name}</span>
          {!readOnly && (
            <span className="movable-tools">
              <Tool does="up" name={`Đưa lên: ${name}`} off={place === 0} onPress={() => move(place, -1)} />
              <Tool
                does="down"
                name={`Đưa xuống: ${name}`}
                off={place === items.length - 1}
                onPress={() => move(place, 1)}
              />
              <Tool does="remove" name={`Bỏ: ${name}`} off={false} onPress={() => remove(place)} />
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

const signs = { up: '↑', down: '↓', remove: '×' } as const;

interface ToolProps {
  does: keyof typeof signs;
  name: string;
  off: boolean;
  onPress: () => void;
}

function Tool({ does, name, off, onPress }: ToolProps) {
  return (
    <button type="button" className="tool" data-does={does} disabled={off} onClick={onPress}>
      <span aria-hidden="true">{signs[does]}</span>
      <span className="visually-hidden">{name}</span>
    </button>
  );
}
