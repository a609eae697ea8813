/** Turns while something is under way; what it is, the words beside it say. */
export const Spinner = () => <span className="spinner" aria-hidden="true" />;
