const address =
  /^https?:\/\/(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com\/(?:watch\?(?:[^\s#"]*&)?v=|embed\/|shorts\/|live\/)|youtu\.be\/)([\w-]{11})(?:[?&#][^\s"]*)?$/i;

/** The video's id from any of YouTube's addresses for it, or null. */
export function youtubeId(url: string): string | null {
  return address.exec(url)?.[1] ?? null;
}

export function youtubeAddress(id: string): string {
  return `https://www.youtube.com/watch?v=${id}`;
}
