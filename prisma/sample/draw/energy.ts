/** Sun and wind. */
import { trawler } from './boats.ts';
import { clothes, person } from './figures.ts';
import { birds, grass } from './plants.ts';
import { lighter, mix, Scene } from './scene.ts';

export const solarFarm = (): Scene => {
  const scene = new Scene('solar-farm');
  scene.sky(['#2a78b5', '#87c0d9 35', '#f3edd0 55']);
  scene.clouds(0, 300, '#ffffff', '#a9c6d4', 0.52, 0.8);
  scene.sun(1310, 150, 44, '#fffbe6', '#fff0b8');
  scene.hills(330, 90, '#8fb0b4', 2);
  scene.hills(400, 60, '#7d9f7c', 3);
  scene.rect(0, 400, 1600, 700, scene.linear(['#a9b56a', '#6f8a44 50', '#47642f']));
  for (let row = 0; row < 11; row += 1) {
    const part = (row / 10) ** 1.7;
    const y = 415 + part * 560;
    const h = 12 + part * 118;
    const w = 26 + part * 210;
    const bend = (x: number): number => y - Math.sin((x / 1600) * 2.4 + 0.4) * (70 - part * 20) + 50;
    for (let x = -w + (row % 2) * w * 0.3; x < 1600 + w; x += w * 1.02) {
      const [a, b] = [bend(x), bend(x + w)];
      scene.poly(
        [
          [x + h * 0.1, a + h * 1.25],
          [x + w, b + h * 1.25],
          [x + w + h * 0.4, b + h * 1.5],
          [x + h * 0.4, a + h * 1.5],
        ],
        '#22381d',
        0.55,
      );
      for (const leg of [0.2, 0.8])
        scene.line(x + w * leg, a + h * 0.5, x + w * leg, a + h * 1.35, '#8e9a96', Math.max(1, h * 0.05));
      const lit = Math.max(0, 1 - Math.abs(x + w / 2 - 1150) / 900) * (0.5 + part * 0.3);
      const fill = scene.linear(
        [mix('#1d3f74', '#d9ecf2', lit * 0.75), mix('#132c58', '#6fa4cc', lit * 0.6)],
        0.4,
        1,
      );
      scene.poly(
        [
          [x + h * 0.34, a],
          [x + w * 0.98 + h * 0.34, b],
          [x + w * 0.98, b + h],
          [x, a + h],
        ],
        fill,
      );
      let grid = '';
      for (let at = 1; at < 6; at += 1) {
        const gx = x + (w * at) / 6;
        const gy = a + ((b - a) * at) / 6;
        grid += `M${(gx + h * 0.34).toFixed(1)} ${gy.toFixed(1)}L${gx.toFixed(1)} ${(gy + h).toFixed(1)}`;
      }
      for (const at of [0.02, 0.5, 0.98])
        grid += `M${(x + h * 0.34 * (1 - at)).toFixed(1)} ${(a + h * at).toFixed(1)}L${(x + w * 0.98 + h * 0.34 * (1 - at)).toFixed(1)} ${(b + h * at).toFixed(1)}`;
      scene.stroke(grid, '#c5dbe6', Math.max(0.6, h * 0.018), 0.6);
    }
    if (row === 7)
      for (const x of [520, 600])
        person(scene, x, bend(x) - 6, 120, {
          pose: x === 520 ? 'point' : 'stand',
          facing: 1,
          look: clothes(scene, { top: '#f0902e', hat: 'helmet', hatColor: '#fbfbf2' }),
        });
  }
  scene.glow(1310, 160, 700, '#fff2c0', 0.5);
  grass(scene, 0, 1075, 1600, 60, ['#3a5a26', '#557a33'], 200);
  return scene;
};

export const windTurbines = (): Scene => {
  const scene = new Scene('wind-turbines');
  const y = 745;
  scene.sky(['#1f2f5c', '#4f5f92 35', '#c98a98 70', '#fcbf8a'], y);
  scene.clouds(160, 500, '#f7a890', '#4f5584', 0.53, 0.6, 1.6);
  scene.sun(390, 715, 38, '#ffeec4', '#ffa36b');
  scene.water(y, ['#f0ac8c', '#6f6a92 30', '#1c2a52'], '#ffd2a6', '#2b3765', 0.65);
  scene.glow(390, 830, 210, '#ffb684', 0.7, 1.2);
  const turbine = (x: number, base: number, tall: number, turn: number, color: string): void => {
    const [w, top] = [tall * 0.022, base - tall];
    scene.poly(
      [
        [x - w, base],
        [x + w, base],
        [x + w * 0.5, top],
        [x - w * 0.5, top],
      ],
      scene.linear([lighter(color, 0.35), color], 1, 0),
    );
    scene.rect(x - w * 2, base - tall * 0.055, w * 4, tall * 0.05, '#d79b32');
    for (let blade = 0; blade < 3; blade += 1)
      scene.place(x, top, tall / 100, turn + blade * 120, () =>
        scene.path('M-1 0L-2.6 -9Q-2 -30 0 -58Q0.9 -30 1.1 0Z', blade === 0 ? lighter(color, 0.3) : color),
      );
    scene.circle(x, top, tall * 0.022, lighter(color, 0.2));
  };
  for (const [x, tall, turn] of [
    [140, 90, 20],
    [560, 120, 70],
    [700, 105, 10],
    [860, 130, 40],
    [990, 100, 95],
    [1500, 110, 15],
  ] as const)
    turbine(x, y + 4, tall, turn, '#94809e');
  scene.mist(690, 90, '#f5b99a', 0.5);
  for (const [x, base, tall, turn] of [
    [300, 772, 260, 35],
    [720, 790, 330, 80],
  ] as const)
    scene.reflect(base, () => turbine(x, base, tall, turn, '#736f98'), 0.35);
  scene.reflect(850, () => turbine(1180, 850, 640, 18, '#c3bcc8'), 0.4, 50);
  scene.reflect(880, () => trawler(scene, 800, 880, 170, '#26365c', '#d3b9a8'), 0.4);
  scene.path('M700 884Q500 905 300 935L320 945Q560 905 880 892Z', '#ffe0c0', 0.4);
  birds(scene, 960, 330, 90, 5, '#2c3560', 9);
  return scene;
};
