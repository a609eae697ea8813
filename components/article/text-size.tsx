const sizes = [
  { value: 'nho', label: 'Chữ nhỏ', sample: 'a' },
  { value: 'vua', label: 'Chữ vừa', sample: 'a' },
  { value: 'lon', label: 'Chữ lớn', sample: 'a' },
] as const;

/** "aa": three sizes of text. Our script remembers the choice; without script the style sheet reads the radio buttons. */
export function TextSize() {
  return (
    <fieldset className="text-size" data-remember="size">
      <legend>
        <span aria-hidden="true">aa</span>
        <span className="sr-only">Cỡ chữ</span>
      </legend>
      {sizes.map(({ value, label, sample }) => (
        <label key={value} className={`text-size-${value}`}>
          <input
            type="radio"
            name="size"
            id={`size-${value}`}
            value={value}
            defaultChecked={value === 'vua'}
          />
          <span aria-hidden="true">{sample}</span>
          <span className="sr-only">{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
