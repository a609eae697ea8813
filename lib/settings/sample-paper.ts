import type { PaperSettings } from './schema.ts';

/** The paper as it is before anybody changes its settings: that of the sample newspaper. */
export const samplePaper: PaperSettings = {
  name: 'Nhật báo Mộc Hải',
  masthead: { kicker: 'Nhật báo', title: 'Mộc Hải' },
  motto: 'Tin đúng, viết gọn, đứng về phía người đọc',
  description: 'Tin tức, thời sự, kinh tế, văn hóa và đời sống của thành phố bên sông Trầm.',
  logo: null,
  imprint: {
    owner: 'Cơ quan ngôn luận của thành phố Mộc Hải',
    licence: '',
    issuer: '',
    editorInChief: '',
    address: '12 phố Chợ Mành, phường Chợ Mành, thành phố Mộc Hải',
    phone: '0200 555 0122',
    email: 'toasoan@mochai.example',
  },
  notice:
    'Đây là tờ báo mẫu đi kèm phần mềm Tòa Soạn: địa danh, nhân vật, đơn vị và số liệu trong bài đều là hư cấu; ảnh là hình vẽ bằng chương trình.',
  agency: 'NBMH',
  social: [],
  feeds: { fullText: false },
  policies: {
    principles: '',
    ethics: '',
    corrections: '',
    factChecking: '',
    unnamedSources: '',
    ownership: '',
    masthead: '',
    feedback: '',
  },
  selfApproval: 'when_alone',
  checks: { captionRequired: false },
};
