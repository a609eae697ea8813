// In Markdown a photo's caption and credit share the one place that an image has for its title:
// "caption | credit". What stands before the last " | " is the caption.

/**
 * Caption and credit as one title, so that `splitPhotoTitle` gives both back. A " | " inside the credit gets a second
 * bar, for the last single one is what divides.
 */
export function joinPhotoTitle(caption: string, credit: string): string {
  if (credit) return `${caption} | ${credit.replace(/(^| )(\|+)(?= |$)/g, '$1$2|')}`;
  return /(^| )\| /.test(caption) ? `${caption} | ` : caption;
}

/** Caption and credit from a title; a title without " | " is a caption. */
export function splitPhotoTitle(title: string): { caption: string; credit: string } {
  const divided = /^(?:(.*) )?\| (.*)$/s.exec(title);
  if (!divided) return { caption: title.trim(), credit: '' };
  const [, caption = '', credit = ''] = divided;
  return { caption: caption.trim(), credit: credit.replace(/(^| )(\|+)\|(?= |$)/g, '$1$2').trim() };
}
