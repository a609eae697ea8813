import { type Action, can } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';

interface Item {
  href: string;
  label: string;
  /** Any one of these is enough to see it; none named: it is everyone's. */
  actions?: readonly Action[];
}

const items: readonly Item[] = [
  { href: '/admin', label: 'Cần xử lý' },
  { href: '/admin/bai-viet', label: 'Bài viết' },
  { href: '/admin/anh', label: 'Ảnh' },
  { href: '/admin/trang-nhat', label: 'Trang nhất', actions: ['front.arrange', 'section_front.arrange'] },
  { href: '/admin/chuyen-muc', label: 'Chuyên mục', actions: ['category.manage'] },
  { href: '/admin/the', label: 'Thẻ', actions: ['tag.manage'] },
  { href: '/admin/su-kien', label: 'Sự kiện', actions: ['topic.manage'] },
  { href: '/admin/but-danh', label: 'Bút danh', actions: ['byline.manage'] },
  { href: '/admin/tai-khoan', label: 'Tài khoản', actions: ['staff.manage'] },
  { href: '/admin/nhat-ky', label: 'Nhật ký', actions: ['audit.read'] },
  { href: '/admin/cai-dat', label: 'Cài đặt', actions: ['settings.change'] },
];

/** The pages of the newsroom that this person has a use for, in their order. */
export function menuOf(actor: Actor): { href: string; label: string }[] {
  return items
    .filter(({ actions }) => !actions || actions.some((action) => can(actor, action)))
    .map(({ href, label }) => ({ href, label }));
}
