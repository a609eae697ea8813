/** A file that can't be taken as a picture. The message says what is wrong with it and what to do. */
export class PictureProblem extends Error {}
