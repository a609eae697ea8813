/** A section as the section bar and section fronts show it. */
export interface SectionLink {
  id: number;
  name: string;
  href: string;
  description: string;
  children: SectionLink[];
}

/** A section that somebody may write for, as a list to choose from has it. */
export interface CategoryChoice {
  id: number;
  name: string;
  /** With its parent's name before it: "Thời sự / Đô thị". */
  label: string;
  path: string;
  parentId: number | null;
}

/** What hangs on a section and needs a place before it goes. */
export interface Hanging {
  articles: number;
  children: number;
  pins: number;
  /** People whose work is limited to it. */
  staff: number;
}

/** "12 bài, 2 mục con": what hangs on a section; empty for nothing. */
export function hangingWords({ articles, children, pins, staff }: Hanging): string {
  const parts = [
    articles > 0 && `${articles} bài`,
    children > 0 && `${children} mục con`,
    pins > 0 && `${pins} bài ghim`,
    staff > 0 && `${staff} người phụ trách`,
  ];
  return parts.filter(Boolean).join(', ');
}

/** A section as the desk shows it. */
export interface DeskCategory {
  id: number;
  name: string;
  slug: string;
  path: string;
  description: string;
  parentId: number | null;
  articles: number;
  children: DeskCategory[];
}
