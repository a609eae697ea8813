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
  { kind: 'pictures', path: '/admin/anh' },
  { kind: 'pictures found', path: '/admin/anh?q=cau&tu=2020-01-01' },
  { kind: 'no pictures found', path: '/admin/anh?q=zzzz' },
  { kind: 'a picture', path: '/admin/anh/2' },
] as const;
