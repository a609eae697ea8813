import type { Line as Runs } from '#lib/body/types.ts';
import { Line } from './line.tsx';

const key = (cell: Runs, place: number) => `${place}:${cell[0]?.text ?? ''}`;

/** A table whose first row is its header. Wider than the screen, it scrolls within itself, by keyboard too. */
export function BodyTable({ rows }: { rows: Runs[][] }) {
  const [header = [], ...lines] = rows;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="table-scroll" tabIndex={0} aria-label="Bảng">
      <table>
        <thead>
          <tr>
            {header.map((cell, place) => (
              <th key={key(cell, place)} scope="col">
                <Line runs={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, row) => (
            <tr key={key(line[0] ?? [], row)}>
              {line.map((cell, place) => (
                <td key={key(cell, place)}>
                  <Line runs={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
