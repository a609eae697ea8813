import type { ListedPicture } from '#lib/media/types.ts';
import type { Answer } from '#lib/site/answer.ts';

/** Where a file is: waiting its turn, being sent, waiting for the connection, being made into a picture. */
export type SendingState = 'waiting' | 'sending' | 'offline' | 'finishing';

/** Why a sending was broken off: the page went away. What has arrived is kept, to go on with the next time. */
export const left = 'left';

/** Why a file was not taken, in words for the person. */
export class SendProblem extends Error {
  /** Whether sending the same file again may help. */
  readonly again: boolean;
  constructor(message: string, again: boolean) {
    super(message);
    this.again = again;
  }
}

export const connectionLost = (): SendProblem =>
  new SendProblem('Mất kết nối với máy chủ. Phần đã tải lên vẫn còn; bấm Thử lại để tải tiếp.', true);

/** Does with an upload that has arrived whole what it was sent for. */
export type UseUpload = (uploadId: string) => Promise<Answer<ListedPicture>>;
