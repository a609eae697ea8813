import type { Announcements, UniqueIdentifier } from '@dnd-kit/core';

/** What is told to those who drag by keyboard and hear the page. */
export const instructions =
  'Nhấn phím cách để nhấc bài lên, phím mũi tên lên hoặc xuống để chuyển vị trí, phím cách lần nữa để ghim, Escape để thôi.';

/**
 * @param titleOf  the headline of what is dragged
 * @param placeOf  a slot's name, as "vị trí 5, Hàng dưới"
 */
export function announcements(
  titleOf: (id: UniqueIdentifier) => string,
  placeOf: (id: UniqueIdentifier) => string,
): Announcements {
  return {
    onDragStart: ({ active }) => `Đã nhấc bài “${titleOf(active.id)}”.`,
    onDragOver: ({ over }) => (over ? `Đang ở ${placeOf(over.id)}.` : 'Không ở vị trí nào.'),
    onDragEnd: ({ active, over }) =>
      over ? `Đã ghim bài “${titleOf(active.id)}” vào ${placeOf(over.id)}.` : 'Đã thả ra ngoài, không ghim.',
    onDragCancel: ({ active }) => `Đã thôi kéo bài “${titleOf(active.id)}”.`,
  };
}
