/** Why an article file is refused, in one sentence for whoever wrote it. */
export class ArticleProblem extends Error {
  /** Line of the file, from 1. */
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}
