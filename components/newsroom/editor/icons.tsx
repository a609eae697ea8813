const paths = {
  bullets: 'M7 5h10M7 10h10M7 15h10M3 5h.01M3 10h.01M3 15h.01',
  numbers: 'M8 5h9M8 10h9M8 15h9M3 4l1-.6V8M3 12.6c.6-1 2-.8 2 .2 0 .8-2 1.6-2 2.4h2.2',
  quote: 'M4 14c2 0 3-1.6 3-4V6H3v4h3M12 14c2 0 3-1.6 3-4V6h-4v4h3',
  pullout: 'M3 4h14M3 16h14M6 8h8M6 12h5',
  link: 'M8.5 11.5l3-3M7 9l-2 2a2.8 2.8 0 0 0 4 4l2-2M13 11l2-2a2.8 2.8 0 0 0-4-4L9 7',
  table: 'M3 4h14v12H3zM3 8h14M3 12h14M10 4v12',
  photo: 'M3 4h14v12H3zM3 13l4-4 3 3 3-2 4 4M13 7.5h.01',
  gallery: 'M3 6h11v10H3zM6 6V3h11v10h-3M3 13l3-3 3 3 2-2 3 3',
  box: 'M4 3h12v14H4zM7 7h6M7 10h6M7 13h4',
  embed: 'M3 5h14v10H3zM8.5 7.5l4 2.5-4 2.5z',
  undo: 'M7 5L3 9l4 4M3 9h8a5 5 0 0 1 0 8',
  redo: 'M13 5l4 4-4 4M17 9H9a5 5 0 0 0 0 8',
  help: 'M7.5 7.5a2.5 2.5 0 1 1 3.4 2.3c-.6.3-.9.8-.9 1.7M10 14.5h.01',
} as const;

export type IconName = keyof typeof paths;

/** A drawing beside which its meaning stands in words. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
