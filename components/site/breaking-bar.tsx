import type { BreakingLine } from '#lib/front/types.ts';

/** The line "Tin nóng" above the section bar, on every page while something is breaking. */
export function BreakingBar({ line }: { line: BreakingLine }) {
  return (
    <section className="breaking" aria-labelledby="tin-nong">
      <p>
        <strong id="tin-nong" className="breaking-label">
          Tin nóng
        </strong>{' '}
        {line.href ? <a href={line.href}>{line.text}</a> : <span>{line.text}</span>}
      </p>
    </section>
  );
}
