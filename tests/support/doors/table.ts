import { emptyContent } from '#lib/articles/content.ts';
import { samplePaper } from '#lib/settings/sample-paper.ts';
import type { Action } from '#lib/staff/permissions.ts';
import type { DoorTable, Entry, Try } from './knock.ts';
import type { World } from './world.ts';

const ofWhat = (action: Action) =>
  /^(article|section_front)\./.test(action)
    ? 'an article'
    : /^picture\./.test(action)
      ? 'a picture'
      : 'nothing';
/** A door that asks for this permission. */
const may = (action: Action, input: (world: World) => unknown): { tries: Try[] } => ({
  tries: [{ may: action, of: ofWhat(action), input }],
});
/** One that asks for another permission where it is given something else. */
const andMay = (...doors: { tries: Try[] }[]): Entry => ({ tries: doors.flatMap(({ tries }) => tries) });
/** One that asks for this permission, with nothing in particular to do it to. */
const mayAtAll = (action: Action, input: (world: World) => unknown): Entry => ({
  tries: [{ may: action, of: 'nothing', input }],
});
const everyone = (why: string, input: (world: World) => unknown = () => ({})): Entry => ({
  tries: [{ everyone: why, input }],
});
const open = (why: string): Entry => ({ open: why });

const hourMs = 60 * 60 * 1000;
const tab = '00000000-0000-4000-8000-000000000000';
const search = { query: 'a' };
const words = { alt: 'Cầu', caption: 'Cầu mới', credit: 'An', focalX: 0.5, focalY: 0.5 };
const of = ({ id }: { id: number }) => ({ params: { id: String(id) } });
const renamed = ({ id, name }: { id: number; name: string }) => ({
  id,
  name: 'Tên khác',
  text: '',
  was: { name, text: '' },
});
const pinned = (categoryId: number | null, { id }: { id: number }) => ({
  categoryId,
  version: '',
  pins: [{ slot: 1, articleId: id, endsAt: null }],
});
const ownAccount = 'it is the person’s own account';
const whoWrites = 'whoever writes may look for it';
const uploads = 'everyone may add pictures, and reaches only the uploads begun by themselves';
const signingIn = 'who signs in is not signed in yet';
const readers = 'readers have it without signing in';

/** Every door of the site, and how it is tried. */
export const doorTable: DoorTable = {
  'admin/(newsroom)/anh/actions.ts': {
    searchPictures: everyone('the store of pictures is everyone’s', () => search),
    changePicture: may('picture.change', ({ pictureId: id }) => ({ id, was: words, words })),
    replacePicture: may('picture.replace', ({ pictureId: id }) => ({ id, upload: 'b'.repeat(32) })),
    deletePicture: may('picture.change', ({ pictureId: id }) => ({ id })),
  },
  'admin/(newsroom)/bai-viet/actions.ts': {
    submit: may('article.submit', ({ draft }) => draft),
    takeBack: may('article.submit', ({ submitted }) => submitted),
    sendBack: may('article.send_back', ({ submitted }) => ({ ...submitted, reason: 'Thiếu nguồn tin.' })),
    finish: may('article.edit', ({ submitted }) => submitted),
    approve: may('article.approve', ({ edited }) => edited),
    schedule: may('article.schedule', ({ edited }) => ({
      ...edited,
      at: new Date(Date.now() + hourMs).toISOString(),
    })),
    unschedule: may('article.schedule', ({ scheduled }) => scheduled),
    publish: may('article.publish', ({ edited }) => edited),
    update: may('article.update', ({ published }) => published),
    withdraw: may('article.withdraw', ({ published }) => ({ ...published, reason: 'Sai nguồn tin.' })),
    throwAway: may('article.delete', ({ draft: { id } }) => ({ id })),
    look: may('article.read', ({ draft: { id } }) => ({ id })),
    previewLink: may('article.read', ({ draft: { id } }) => ({ id, hours: 24 })),
  },
  'admin/(newsroom)/bai-viet/[id]/actions.ts': { findArticles: everyone(whoWrites, () => search) },
  'admin/(newsroom)/bai-viet/[id]/lich-su/actions.ts': {
    restoreRevisionAction: may('article.read', ({ draft: { id } }) => ({ id, number: 1 })),
  },
  'admin/(newsroom)/bai-viet/moi/actions.ts': { begin: everyone('everyone in a newsroom may write') },
  'admin/(newsroom)/but-danh/actions.ts': {
    createByline: may('byline.manage', () => ({ name: 'Bút danh mới', text: '' })),
    editByline: may('byline.manage', ({ byline }) => ({
      ...renamed(byline),
      staffId: null,
      picture: '',
      was: { name: byline.name, text: '', staffId: null, picture: '' },
    })),
    mergeBylines: may('byline.manage', ({ byline, otherByline }) => ({
      from: [byline.id],
      into: otherByline.id,
    })),
    removeByline: may('byline.manage', ({ byline }) => ({ id: byline.id, into: null })),
    findBylines: everyone(whoWrites, () => search),
  },
  'admin/(newsroom)/cai-dat/actions.ts': {
    saveSettings: may('settings.change', () => ({
      version: 0,
      settings: { ...samplePaper, name: 'Báo khác' },
    })),
  },
  'admin/(newsroom)/chuyen-muc/actions.ts': {
    createCategory: may('category.manage', () => ({ name: 'Mục mới' })),
    editCategory: may('category.manage', ({ section: id }) => ({
      id,
      name: 'Tên khác',
      description: '',
      parentId: null,
      was: { name: 'Thời sự', slug: 'thoi-su', description: '', parentId: null },
    })),
    orderCategories: may('category.manage', ({ section, otherSection }) => ({
      parentId: null,
      ids: [otherSection, section],
    })),
    removeCategory: may('category.manage', ({ section, otherSection }) => ({
      id: section,
      into: otherSection,
    })),
  },
  'admin/(newsroom)/su-kien/actions.ts': {
    createTopic: may('topic.manage', () => ({ name: 'Sự kiện mới', text: '' })),
    editTopic: may('topic.manage', ({ topic }) => renamed(topic)),
    closeTopic: may('topic.manage', ({ topic }) => ({ id: topic.id, closed: true })),
    removeTopic: may('topic.manage', ({ topic }) => ({ id: topic.id, into: null })),
    findTopics: everyone(whoWrites, () => search),
  },
  'admin/(newsroom)/tai-khoan/actions.ts': {
    addStaff: may('staff.manage', () => ({ name: 'Người Mới', email: 'moi@thu.example', role: 'admin' })),
    changeStaff: may('staff.manage', ({ staffId: id }) => ({
      id,
      name: 'Tên khác',
      email: 'khac@thu.example',
      role: 'admin',
    })),
    disableStaff: may('staff.manage', ({ staffId: id }) => ({ id })),
    enableStaff: may('staff.manage', ({ staffId: id }) => ({ id })),
    makeStaffLink: may('staff.manage', ({ staffId: id }) => ({ id })),
    removeTwoFactor: may('staff.manage', ({ staffId: id }) => ({ id })),
  },
  'admin/(newsroom)/the/actions.ts': {
    createTag: may('tag.manage', () => ({ name: 'Thẻ mới', text: '' })),
    editTag: may('tag.manage', ({ tag }) => renamed(tag)),
    mergeTags: may('tag.manage', ({ tag, otherTag }) => ({ from: [tag.id], into: otherTag.id })),
    removeTag: may('tag.manage', ({ tag }) => ({ id: tag.id, into: null })),
    findTags: everyone(whoWrites, () => search),
  },
  'admin/(newsroom)/toi/actions.ts': {
    changePassword: everyone(ownAccount, () => ({ current: 'x', next: 'mat-khau-moi-2026' })),
    beginTwoFactor: everyone(ownAccount, () => ({ password: 'x' })),
    confirmTwoFactor: everyone(ownAccount, () => ({ code: '123456' })),
    endTwoFactor: everyone(ownAccount, () => ({ password: 'x' })),
    renewRecoveryCodes: everyone(ownAccount, () => ({ password: 'x' })),
    endSession: everyone(ownAccount, () => ({ id: 1 })),
    endOtherSessions: everyone(ownAccount),
    endAllSessions: everyone(ownAccount),
  },
  'admin/(newsroom)/trang-nhat/actions.ts': {
    saveArrangement: andMay(
      may('section_front.arrange', ({ section, published }) => pinned(section, published)),
      may('front.arrange', ({ published }) => pinned(null, published)),
    ),
    findArticles: mayAtAll('section_front.arrange', () => ({ text: '' })),
    announceBreaking: may('breaking.announce', ({ breakingId }) => ({
      text: 'Lũ lên',
      articleId: null,
      endsAt: null,
      instead: breakingId,
    })),
    changeBreaking: may('breaking.announce', ({ breakingId: id }) => ({
      id,
      text: 'Lũ rút',
      articleId: null,
      endsAt: null,
    })),
    endBreaking: may('breaking.announce', ({ breakingId: id }) => ({ id })),
  },
  'admin/(open)/dang-nhap/actions.ts': { signIn: open(signingIn) },
  'admin/(open)/dang-nhap/tai-cho/route.ts': { POST: open(signingIn) },
  'admin/(open)/dang-xuat/route.ts': { POST: open('it ends the session of whoever asks, and no other') },
  'admin/(open)/dat-lai-mat-khau/actions.ts': { setPassword: open('it asks for the link that was sent') },
  'admin/(open)/quen-mat-khau/actions.ts': { askForLink: open('who forgot the password can’t sign in') },
  'admin/api/bai-viet/[id]/hien-dien/route.ts': {
    POST: may('article.read', ({ draft }) => ({ ...of(draft), json: { tab, action: 'open' } })),
    GET: may('article.read', ({ draft }) => ({ ...of(draft), query: `tab=${tab}` })),
  },
  'admin/api/bai-viet/[id]/route.ts': {
    GET: may('article.read', ({ draft }) => of(draft)),
    PUT: may('article.read', ({ draft }) => ({
      ...of(draft),
      json: { baseVersion: draft.version, content: { ...emptyContent, title: 'Sửa trộm' }, reason: 'save' },
    })),
  },
  'admin/api/tep/[[...path]]/route.ts': {
    POST: everyone(uploads),
    PATCH: everyone(uploads, () => ({ params: { path: ['c'.repeat(32)] } })),
    HEAD: everyone(uploads, () => ({ params: { path: ['c'.repeat(32)] } })),
    DELETE: everyone(uploads, () => ({ params: { path: ['c'.repeat(32)] } })),
  },
  '(feeds)/robots.txt/route.ts': { GET: open(readers) },
  'api/goi-y/route.ts': { GET: open(readers) },
  '(feeds)/rss.json/route.ts': { GET: open(readers) },
  '(feeds)/rss.xml/route.ts': { GET: open(readers) },
  '(feeds)/rss/[...path]/route.ts': { GET: open(readers) },
  '(feeds)/sitemap.xml/route.ts': { GET: open(readers) },
  '(feeds)/sitemaps/[file]/route.ts': { GET: open(readers) },
  'api/indexnow/[key]/route.ts': { GET: open('it shows the key only to whoever names it') },
  'api/luot-doc/route.ts': { POST: open('readers’ pages say that they were read, and learn nothing') },
  'api/health/route.ts': { GET: open('load balancers do not sign in, and learn no more than up or down') },
  'media/[file]/route.ts': { GET: open(readers) },
};
