import { Draw } from '#tests/support/random.ts';

// Invented people, places and organisations: as many as there are numbers, each the same at every run. What stands at a
// small number comes often, the others ever more seldom (Zipf's law), so that an archive has words that stand in one
// article alone, however large it is.

const surnames =
  'Nguyễn Trần Lê Phạm Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Tạ Trịnh Mai Đào Lâm Cao Lương Tô Phùng'.split(
    ' ',
  );
const middles =
  'Thị Văn Minh Thu Quốc Ngọc Đức Thanh Hữu Xuân Kim Gia Hoài Khánh Bảo Công Anh Thế Hồng Mỹ Tấn Viết Trọng Như'.split(
    ' ',
  );
const givens =
  'An Bình Châu Cường Dũng Duyên Đạt Giang Hà Hải Hạnh Hiếu Hoa Huệ Hùng Hương Khánh Khoa Lan Lâm Liên Linh Loan Long Lợi Mai Mẫn Nam Nga Nghĩa Nhàn Oanh Phong Phúc Quân Quyên Sơn Tâm Thảo Thắng Thủy Tiến Trang Trí Tùng Tú Uyên Vân Vinh Yến'.split(
    ' ',
  );
const syllables =
  'An Bắc Bình Bồng Cát Cầu Châu Chánh Cửa Dầu Diên Dừa Đa Đại Đình Đoài Đông Đồng Đức Gành Gia Giang Giồng Gò Hà Hải Hàng Hậu Hòa Hoành Hội Hợp Hưng Kênh Khe Kiên Lâm Lạc Lộc Long Lương Mỏ Mộc Mỹ Nam Ngãi Ngọc Nhơn Ninh Phong Phú Phước Quảng Rạch Sa Sen Sơn Suối Tân Tây Thạnh Thanh Thiện Thới Thuận Thượng Tiên Tràm Trầm Trung Trúc Tùng Vạn Vân Viên Vĩnh Xuân Yên'.split(
    ' ',
  );
const brands =
  'ba bi bo ca co da de di do fa fo ga go ha hi ho ka ki la li lo ma me mi mo na ni no pa pe ro sa si so ta te ti to tra tri va vi vo xa'.split(
    ' ',
  );
const companies = ['Công ty', 'Hợp tác xã', 'Tập đoàn', 'Quỹ', 'Câu lạc bộ', 'Trung tâm', 'Nhà máy', 'Hãng'];

/** The draw that belongs to a number. */
const drawOf = (number: number, kind: number) =>
  new Draw(Math.imul(number + 1, 0x9e3779b1) ^ (kind * 0x85ebca6b));

const person = (number: number) => {
  const draw = drawOf(number, 1);
  return `${draw.one(surnames)} ${draw.one(middles)} ${draw.one(givens)}`;
};
const place = (number: number) => {
  const draw = drawOf(number, 2);
  return `${draw.one(syllables)} ${draw.one(syllables)}`;
};
const organisation = (number: number) => {
  const draw = drawOf(number, 3);
  const brand = Array.from({ length: 2 + Math.floor(draw.next() * 2) }, () => draw.one(brands)).join('');
  return `${draw.one(companies)} ${brand.charAt(0).toUpperCase()}${brand.slice(1)}`;
};

const kinds = { person, place, organisation };
export type NameKind = keyof typeof kinds;

/** The name at a number. */
export const nameAt = (kind: NameKind, number: number): string => kinds[kind](number);

/** A number below `most`, as Zipf's law has it: each is drawn in inverse proportion to its place. */
export const zipf = (draw: Draw, most: number): number =>
  Math.min(most - 1, Math.floor((most + 1) ** draw.next()) - 1);

/** How many of each kind there are; of places people know fewer. */
const pools: Record<NameKind, number> = { person: 200_000, place: 4_000, organisation: 60_000 };

/** A name as often as it comes. */
export const drawName = (draw: Draw, kind: NameKind): string => nameAt(kind, zipf(draw, pools[kind]));

/** Some kind of name: people and places are spoken of more than organisations. */
export function drawKind(draw: Draw): NameKind {
  const n = draw.next();
  if (n < 0.45) return 'place';
  return n < 0.8 ? 'person' : 'organisation';
}
