/** What a kind of named thing is called in buttons and sentences. */
export interface KindWords {
  /** "thẻ" */
  one: string;
  /** Its list in the newsroom: "/admin/the" */
  base: string;
  /** What the text about it is called: "Mô tả". */
  text: string;
  textHint: string;
  longest: number;
}

export const atStart = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** "1.234 bài" */
export const articlesWord = (count: number): string => `${count.toLocaleString('vi')} bài`;
