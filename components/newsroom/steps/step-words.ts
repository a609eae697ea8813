import type { StepName } from '#lib/articles/types.ts';

/** The newsroom's words for each step: on its button, and said once it is done, beside the status that the article has then. */
export const stepWords: Record<StepName, { button: string; done: string }> = {
  submit: { button: 'Gửi duyệt', done: 'Ban biên tập đã nhận bài.' },
  takeBack: { button: 'Rút lại', done: 'Đã rút bài về nháp.' },
  sendBack: { button: 'Trả lại', done: 'Đã trả bài cho người viết.' },
  finishEditing: { button: 'Gửi duyệt', done: 'Người duyệt đã nhận bài.' },
  approve: { button: 'Duyệt', done: 'Bài có thể ra báo.' },
  schedule: { button: 'Hẹn giờ', done: 'Bài sẽ tự ra báo đúng giờ.' },
  unschedule: { button: 'Hủy hẹn', done: 'Bài không còn tự ra báo.' },
  publish: { button: 'Xuất bản', done: 'Độc giả đã đọc được bài.' },
  update: { button: 'Cập nhật', done: 'Độc giả đã có bản mới.' },
  withdraw: { button: 'Gỡ bài', done: 'Độc giả không còn đọc được bài.' },
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
