/** Something the person who started a command can mend. Its message is the one sentence they are shown. */
export class StartProblem extends Error {}
