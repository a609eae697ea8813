// Within a script element only "<" could end it or begin a comment; the other two end a line where JSON is read as script.
const unsafe = /[<\u2028\u2029]/g;

/** JSON as it may stand in a script element of a page. */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replace(unsafe, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
