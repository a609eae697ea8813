import type { StepName } from '#lib/articles/types.ts';

/** The newsroom's words for each step: on its button, and said once it is done. */
export const stepWords: Record<StepName, { button: string; done: string }> = {
  submit: { button: 'Gửi duyệt', done: 'Đã gửi bài; bài đang chờ biên tập.' },
  takeBack: { button: 'Rút lại', done: 'Đã rút bài về nháp.' },
  sendBack: { button: 'Trả lại', done: 'Đã trả bài cho người viết.' },
  finishEditing: { button: 'Gửi duyệt', done: 'Đã gửi bài; bài đang chờ duyệt.' },
  approve: { button: 'Duyệt', done: 'Đã duyệt. Bài chờ xuất bản hoặc hẹn giờ.' },
  schedule: { button: 'Hẹn giờ', done: 'Đã hẹn giờ.' },
  unschedule: { button: 'Hủy hẹn', done: 'Đã bỏ hẹn giờ. Bài chờ xuất bản.' },
  publish: { button: 'Xuất bản', done: 'Đã xuất bản.' },
  update: { button: 'Cập nhật', done: 'Đã cập nhật bản độc giả đang đọc.' },
  withdraw: { button: 'Gỡ bài', done: 'Đã gỡ bài. Độc giả không còn đọc được.' },
};

/** Buttons in their order; the first that the person may press is the one most probably meant. */
export const stepOrder = [
  'update',
  'publish',
  'approve',
  'finishEditing',
  'submit',
  'schedule',
  'unschedule',
  'takeBack',
  'sendBack',
  'withdraw',
] as const satisfies readonly StepName[];
