/** Whether a link of an article may lead there: out to the web, to a mailbox, or within the site. */
export const isLinkAddress = (value: string): boolean => /^(https?:\/\/|mailto:|\/(?!\/))/i.test(value);

/** Whether it is an address on the web that a card can show: whole, without what would end it in a text. */
export const isWebAddress = (value: string): boolean =>
  /^https?:\/\/[^\s<>"]+$/i.test(value) && URL.canParse(value);

const mailbox = /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/;
const host = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?=[/?#:]|$)/iu;

/** What stands before "://" is written small, and what would end the address in a text gets its code. */
function webAddress(typed: string): string | null {
  const address = typed
    .replace(/^https?:/i, (scheme) => scheme.toLowerCase())
    .replace(/[\s<>"]/g, (sign) => encodeURIComponent(sign));
  return isWebAddress(address) ? address : null;
}

/**
 * The address that somebody means who types or pastes one: "example.vn/a" leads to https, "a@b.vn" to a mailbox.
 * Null where no link can lead there.
 */
export function linkAddress(typed: string): string | null {
  const text = typed.trim().normalize('NFC');
  if (text.length > 2000) return null;
  if (/^https?:\/\//i.test(text)) return webAddress(text);
  if (/^mailto:/i.test(text)) return mailbox.test(text.slice('mailto:'.length)) ? text : null;
  if (mailbox.test(text)) return `mailto:${text}`;
  if (/^\/(?![/\\])/.test(text)) return text.replace(/\s/g, '%20');
  return host.test(text) ? webAddress(`https://${text}`) : null;
}
