/** A line of the log, in words. */
export interface LoggedDeed {
  id: string;
  at: Date;
  /** Null: the machine itself, as a schedule or an import. */
  person: { id: number; name: string } | null;
  /** As "Xuất bản bài". */
  deed: string;
  /** What it was done to; its name as it is now, its number where it is gone. */
  subject: { type: string; name: string; href: string | null };
  /** As ["Lý do", "Thiếu nguồn"]. */
  details: readonly (readonly [string, string])[];
}

/** A choice in the log's filters. */
export interface LogChoice {
  value: string;
  label: string;
}
