const choices = [
  { value: 'auto', label: 'Theo máy' },
  { value: 'light', label: 'Sáng' },
  { value: 'dark', label: 'Tối' },
] as const;

/** Light or dark by choice. Our script remembers the choice; without script the style sheet reads the radio buttons. */
export function ThemeChoice() {
  return (
    <fieldset className="choice" data-remember="theme">
      <legend>Nền trang</legend>
      {choices.map(({ value, label }) => (
        <label key={value}>
          <input
            type="radio"
            name="theme"
            id={`theme-${value}`}
            value={value}
            defaultChecked={value === 'auto'}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
