import type { RevisionItem } from '#lib/articles/types.ts';

const names: Readonly<Record<string, string>> = {
  autosave: 'Tự lưu khi viết',
  save: 'Lưu',
  conflict: 'Lưu sau người khác, chưa ghép',
  restore: 'Khôi phục bản cũ',
  import: 'Nhập từ tệp',
  'article.create': 'Tạo bài',
  'article.submit': 'Gửi duyệt',
  'article.takeBack': 'Lấy lại bài đã gửi',
  'article.sendBack': 'Trả lại',
  'article.finishEditing': 'Biên tập xong',
  'article.approve': 'Duyệt',
  'article.schedule': 'Hẹn giờ',
  'article.unschedule': 'Bỏ hẹn giờ',
  'article.publish': 'Xuất bản',
  'article.update': 'Cập nhật',
  'article.withdraw': 'Gỡ bài',
};

/** Why a revision was kept, in the newsroom's words. */
export function reasonName({ reason, restored }: Pick<RevisionItem, 'reason' | 'restored'>): string {
  if (reason === 'restore' && restored !== null) return `Khôi phục bản ${restored}`;
  return names[reason] ?? reason;
}
