const form = /^status:(\d{3})$/;

export const statusTag = (status: number): string => `status:${status}`;

/** The status that a page's tags ask for, or null. */
export function statusOf(tags: readonly string[]): number | null {
  const found = tags.map((tag) => form.exec(tag)?.[1]).find((status) => status !== undefined);
  return found === undefined ? null : Number(found);
}
