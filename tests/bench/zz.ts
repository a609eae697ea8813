import { db } from '#lib/db.ts';
import { listForStaff } from '#lib/articles/staff-list.ts';
import { readListQuery } from '#lib/articles/list-query.ts';
import { loadActor } from '#lib/staff/actor.ts';
const [chief, managing, reporter] = await Promise.all(['editor_in_chief', 'managing_editor', 'reporter'].map(async (role) => await loadActor((await db().staff.findFirstOrThrow({ where: { role: role as 'reporter' } })).id)));
const queries: Record<string, Record<string, string>> = {
  first: {}, last: { trang: '2000' }, status: { trangthai: 'draft' }, 'published deep': { trangthai: 'published', trang: '1500' },
  section: { chuyenmuc: '1', trang: '50' }, author: { tacgia: 'nv-40', trang: '5' }, byline: { tacgia: 'bd-7', trang: '3' },
  date: { tu: '2020-01-01', den: '2022-12-31', trang: '300' }, published: { ngay: 'dang', tu: '2020-01-01', den: '2022-12-31', trang: '300' },
  text: { tim: 'nước sông trầm' }, 'text rare': { tim: 'Nguyễn Thị An 1290' }, 'text none': { tim: 'zzzz' },'text deep': { tim: 'nước', trang: '80' },
  'full common': { tim: 'một năm', trong: 'bai', trang: '1900' }, 'full common 1': { tim: 'một năm', trong: 'bai' }, all: { trangthai: 'published', chuyenmuc: '1', tim: 'cau', ngay: 'dang', tu: '2019-01-01' },
};
for (const [name, actor] of Object.entries({ chief, managing, reporter })) {
  if (!actor) continue;
  for (const [what, params] of Object.entries(queries)) {
    const times: number[] = [];
    let total = 0;
    for (let i = 0; i < 7; i++) {
      const began = performance.now();
      total = (await listForStaff(actor, readListQuery(params))).total;
      times.push(performance.now() - began);
    }
    times.sort((a, b) => a - b);
    console.log(name.padEnd(9), what.padEnd(15), String(total).padStart(7), times.map((t) => t.toFixed(0)).join(' '));
  }
}
await db().$disconnect();
