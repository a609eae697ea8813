/** A section as the section bar and section fronts show it. */
export interface SectionLink {
  id: number;
  name: string;
  href: string;
  description: string;
  children: SectionLink[];
}
