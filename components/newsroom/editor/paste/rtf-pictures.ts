// Word's HTML names the pictures of a text as files of that computer, which no browser may read. The same text as RTF,
// which is on the clipboard beside it, has them whole, as digits.

const types = [
  { mark: '\\pngblip', type: 'image/png', ending: 'png' },
  { mark: '\\jpegblip', type: 'image/jpeg', ending: 'jpg' },
] as const;

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(hex.length >> 1);
  for (let at = 0; at < bytes.length; at++) bytes[at] = Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16);
  return bytes;
}

/** A group "{\pict …}" from its first brace to its last. */
function groupAt(rtf: string, from: number): string {
  let depth = 0;
  for (let at = from; at < rtf.length; at++) {
    if (rtf[at] === '{') depth++;
    else if (rtf[at] === '}' && --depth === 0) return rtf.slice(from, at + 1);
  }
  return '';
}

/** The picture of a group: its digits are what stands last in it, outside the groups within. */
function fileOf(group: string, number: number): File | null {
  const kind = types.find(({ mark }) => group.includes(mark));
  const hex = /(?:\\[a-z]+-?\d*|\})\s*([\da-f\s]+)\}$/i.exec(group)?.[1]?.replace(/\s+/g, '') ?? '';
  // What is shorter is a bullet or a line, no photo.
  if (!kind || hex.length < 400) return null;
  return new File([bytesOf(hex)], `anh-${number}.${kind.ending}`, { type: kind.type });
}

/**
 * The pictures of an RTF text in their order. Null stands where one is of a kind that no page shows (a drawing of
 * Windows), so that the places still agree with those of the HTML.
 */
export function rtfPictures(rtf: string): (File | null)[] {
  const found: (File | null)[] = [];
  // What old programs get instead of the picture before it would count twice; bullets that are pictures are none.
  const text = rtf.replaceAll(/(\{\\(?:nonshppict|\*\\listpicture)\s*\{\\)pict/g, '$1skipped');
  for (let at = text.indexOf('{\\pict'); at !== -1; at = text.indexOf('{\\pict', at + 6)) {
    found.push(fileOf(groupAt(text, at), found.length + 1));
  }
  return found;
}
