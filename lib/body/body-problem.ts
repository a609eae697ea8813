/** Something in a body's Markdown that a body has no place for. The message is a sentence for the writer. */
export class BodyProblem extends Error {
  /** Line of the file, from 1. */
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}
