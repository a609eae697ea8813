// The paper's own name and lines. To make the site yours, change these, and the sections in the newsroom.

export const paper = {
  name: 'Nhật báo Mộc Hải',
  /** Set large in the masthead; the kicker stands small above it. */
  masthead: { kicker: 'Nhật báo', title: 'Mộc Hải' },
  motto: 'Tin đúng, viết gọn, đứng về phía người đọc',
  description: 'Tin tức, thời sự, kinh tế, văn hóa và đời sống của thành phố bên sông Trầm.',
  /** Lines of the footer; a real paper gives its licence, its editor in chief and its address here. */
  imprint: [
    'Cơ quan ngôn luận của thành phố Mộc Hải',
    'Tòa soạn: 12 phố Chợ Mành, phường Chợ Mành, thành phố Mộc Hải',
    'Điện thoại: 0200 555 0122 · Email: toasoan@mochai.example',
  ],
  /** Shown in the footer; empty for a real paper. */
  notice:
    'Đây là tờ báo mẫu đi kèm phần mềm Tòa Soạn: địa danh, nhân vật, đơn vị và số liệu trong bài đều là hư cấu; ảnh là hình vẽ bằng chương trình.',
} as const;
