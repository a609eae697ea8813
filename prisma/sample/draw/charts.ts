/** Newspaper charts with short Vietnamese labels. */
import { num, type Point, Scene } from './scene.ts';

const paper = '#faf6ec';
const inkColor = '#26303a';
const soft = '#7b8288';
const serif = 'Georgia, DejaVu Serif, serif';
const sans = 'Arial, DejaVu Sans, sans-serif';

interface Words {
  size?: number;
  color?: string;
  anchor?: 'start' | 'middle' | 'end';
  bold?: boolean;
  family?: string;
}

const write = (scene: Scene, x: number, y: number, text: string, words: Words = {}): void => {
  const { size = 30, color = inkColor, anchor = 'start', bold = false, family = sans } = words;
  const font = `font-family="${family}" font-size="${size}" font-weight="${bold ? 700 : 400}" text-anchor="${anchor}"`;
  scene.add(`<text x="${num(x)}" y="${num(y)}" fill="${color}" ${font}>${text}</text>`);
};

const sheet = (name: string, title: string, unit: string): Scene => {
  const scene = new Scene(name);
  scene.flat = true;
  scene.rect(0, 0, 1600, 1067, paper);
  scene.rect(90, 80, 90, 10, '#b3261e');
  write(scene, 90, 152, title, { size: 54, bold: true, family: serif });
  write(scene, 90, 206, unit, { size: 30, color: soft });
  return scene;
};

export const floodChart = (): Scene => {
  const scene = sheet('flood-chart', 'Mực nước sông Trầm', 'mét, trạm Bến Trầm, mười ngày liền');
  const levels = [2.6, 3.2, 3.56, 3.71, 3.86, 3.44, 3.1, 2.8, 2.6, 2.5];
  const at = (day: number, level: number): Point => [190 + day * 138, 930 - (level - 1.5) * 210];
  for (let level = 2; level <= 4.5; level += 0.5) {
    const [, y] = at(0, level);
    scene.line(160, y, 1470, y, '#ddd6c5', 2);
    write(scene, 140, y + 10, level.toFixed(1).replace('.', ','), { anchor: 'end', color: soft, size: 28 });
  }
  const points = levels.map((level, day) => at(day, level));
  const smooth = points
    .map(([x, y], day) => {
      const before = points[day - 1];
      if (before === undefined) return `M${num(x)} ${num(y)}`;
      const half = (x + before[0]) / 2;
      return `C${num(half)} ${num(before[1])} ${num(half)} ${num(y)} ${num(x)} ${num(y)}`;
    })
    .join('');
  scene.path(`${smooth}L1432 930L190 930Z`, scene.linear(['#2f6f94 0 0.55', '#2f6f94 100 0.06']));
  scene.stroke(smooth, '#1f5a80', 8);
  const [, alarm] = at(0, 3.5);
  scene.add(
    `<path d="M160 ${num(alarm)}H1470" stroke="#b3261e" stroke-width="5" stroke-dasharray="18 12" fill="none"/>`,
  );
  write(scene, 176, alarm - 18, 'Báo động 2', { color: '#b3261e', bold: true, size: 32 });
  points.forEach(([x, y], day) => {
    scene.circle(x, y, 12, paper);
    scene.circle(x, y, 8, day === 4 ? '#b3261e' : '#1f5a80');
    write(scene, x, 985, String(1 + day), { anchor: 'middle', color: soft, size: 30 });
  });
  const [px, py] = at(4, 3.86);
  write(scene, px, py - 32, '3,86', { anchor: 'middle', bold: true, size: 46, color: '#b3261e' });
  scene.line(160, 930, 1470, 930, inkColor, 3);
  return scene;
};

export const priceChart = (): Scene => {
  const scene = sheet('price-chart', 'Xuất khẩu qua cảng Hàng Dừa', 'triệu USD mỗi quý');
  const values = [348, 362, 385, 412] as const;
  const names = ['Ba quý trước', 'Hai quý trước', 'Quý trước', 'Quý vừa rồi'];
  for (let value = 0; value <= 450; value += 150) {
    const y = 930 - value * 1.45;
    scene.line(170, y, 1510, y, '#ddd6c5', 2);
    write(scene, 150, y + 10, String(value), { anchor: 'end', color: soft, size: 28 });
  }
  values.forEach((value, quarter) => {
    const [x, h] = [240 + quarter * 320, value * 1.45];
    const recent = quarter === 3;
    scene.rect(x, 930 - h, 200, h, scene.linear(recent ? ['#c9503a', '#a8321f'] : ['#8fa9b4', '#6f8c9a']));
    write(scene, x + 100, 912 - h, String(value), {
      anchor: 'middle',
      bold: true,
      size: 36,
      color: recent ? '#a8321f' : inkColor,
    });
    write(scene, x + 100, 985, names[quarter] ?? '', { anchor: 'middle', color: soft, size: 30 });
  });
  scene.line(170, 930, 1510, 930, inkColor, 3);
  return scene;
};

export const examChart = (): Scene => {
  const scene = sheet('exam-chart', 'Tuyển sinh năm tới', 'Trường Đại học Mộc Hải, % chỉ tiêu');
  const parts = [
    ['Điểm thi tốt nghiệp', 60, '#1f5a80'],
    ['Xét kết hợp', 35, '#4f8a6c'],
    ['Tuyển thẳng', 5, '#b3452f'],
  ] as const;
  const [cx, cy, outer, inner] = [470, 640, 340, 190];
  let turn = -Math.PI / 2;
  parts.forEach(([name, part, color], row) => {
    const end = turn + (part / 100) * Math.PI * 2;
    const spot = (r: number, angle: number): string =>
      `${num(cx + Math.cos(angle) * r)} ${num(cy + Math.sin(angle) * r)}`;
    const large = part > 50 ? 1 : 0;
    const gap = 0.012;
    scene.path(
      `M${spot(outer, turn + gap)}A${outer} ${outer} 0 ${large} 1 ${spot(outer, end - gap)}L${spot(inner, end - gap)}` +
        `A${inner} ${inner} 0 ${large} 0 ${spot(inner, turn + gap)}Z`,
      color,
    );
    const middle = (turn + end) / 2;
    const [tx, ty] = [cx + Math.cos(middle) * 266, cy + Math.sin(middle) * 266];
    write(scene, tx, ty + 15, String(part), { anchor: 'middle', bold: true, size: 44, color: '#ffffff' });
    const y = 534 + row * 108;
    scene.rect(920, y - 34, 44, 44, color, 1, 6);
    write(scene, 990, y, name, { size: 38 });
    write(scene, 1500, y, `${part}%`, { size: 40, bold: true, anchor: 'end', color });
    if (row < 2) scene.line(920, y + 40, 1500, y + 40, '#ddd6c5', 2);
    turn = end;
  });
  write(scene, cx, cy + 6, '3', { anchor: 'middle', bold: true, size: 72, family: serif });
  write(scene, cx, cy + 56, 'phương thức', { anchor: 'middle', size: 30, color: soft });
  return scene;
};
