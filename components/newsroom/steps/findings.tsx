'use client';
import type { Finding } from '#lib/articles/types.ts';

interface Props {
  id?: string;
  title: string;
  findings: readonly Finding[];
  kind: 'stop' | 'warning';
  onField: (field: string) => void;
}

/** What the checks found, each leading to the field where it is mended. */
export function Findings({ id, title, findings, kind, onField }: Props) {
  if (findings.length === 0) return null;
  return (
    <div id={id} className={`findings findings-${kind}`}>
      <h2>{title}</h2>
      <ul>
        {findings.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <button type="button" className="finding" onClick={() => onField(field)}>
              {message}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
