/** One address of each kind of the newsroom's pages, on a site with the sample newspaper, as an administrator sees them. */
export const adminPages = [
  { kind: 'board', path: '/admin' },
  { kind: 'sections', path: '/admin/chuyen-muc' },
  { kind: 'a section', path: '/admin/chuyen-muc/2' },
  { kind: 'tags', path: '/admin/the' },
  { kind: 'tags found', path: '/admin/the?q=do&xep=nhieu-bai' },
  { kind: 'no tags found', path: '/admin/the?q=zzzz' },
  { kind: 'a tag', path: '/admin/the/1' },
  { kind: 'running stories', path: '/admin/su-kien' },
  { kind: 'a running story', path: '/admin/su-kien/1' },
  { kind: 'bylines', path: '/admin/but-danh' },
  { kind: 'a byline', path: '/admin/but-danh/1' },
  { kind: 'front desk', path: '/admin/trang-nhat' },
  { kind: 'front desk of a section', path: '/admin/trang-nhat?muc=2' },
  { kind: 'preview of a front', path: '/admin/xem-truoc/trang-nhat?ghim=1-9.5-8' },
  { kind: 'settings', path: '/admin/cai-dat' },
] as const;
