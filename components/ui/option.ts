/** Something that can be chosen in a combobox. */
export interface Option {
  value: string;
  label: string;
  /** Stands beside it, smaller: how many articles, which section. */
  hint?: string | undefined;
}

/** Finds what can be chosen for what was typed; asked for '' as well, for what to offer before anything is. */
export type Search = (query: string) => Promise<readonly Option[]>;
