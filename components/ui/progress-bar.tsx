interface Props {
  /** What is under way, for whoever can't see the bar. */
  label: string;
  /** 0 to 1; left out where nobody knows. */
  value?: number | undefined;
}

export function ProgressBar({ label, value }: Props) {
  return (
    <progress className="progress" aria-label={label} max={1} {...(value === undefined ? {} : { value })} />
  );
}
