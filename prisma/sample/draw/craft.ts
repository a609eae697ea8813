/** Crafts: sedge mats and pottery. */
import { clothes, person } from './figures.ts';
import { darker, lighter, mix, num, Scene } from './scene.ts';

export const matWeaving = (): Scene => {
  const scene = new Scene('mat-weaving');
  scene.rect(0, 0, 1600, 1067, scene.linear(['#e9d9ae', '#c7a873']));
  scene.texture(0, 0, 1600, 1067, { color: '#8f6f42', fx: 0.02, fy: 0.03, cut: 0.5, opacity: 0.25 });
  const dyes = [
    ['#c8322f', '#f0734f'],
    ['#d99a1f', '#f8d263'],
    ['#2f7f57', '#7fc08a'],
    ['#7a2f6f', '#c271b0'],
    ['#e9dcae', '#fff6d8'],
    ['#23638a', '#6fb1cc'],
    ['#c2455f', '#f394a0'],
  ] as const;
  const fan = (x: number, y: number, r: number, turn: number, pair: readonly [string, string]): void => {
    scene.place(x + r * 0.06, y + r * 0.08, 1, -turn, () =>
      scene.path(`M0 0L${-r} ${-r * 0.1}A${r} ${r} 0 0 1 ${r} ${-r * 0.1}Z`, '#3a2a18', 0.35),
    );
    for (let reed = 0; reed <= 44; reed += 1) {
      const angle = turn + 174 - (reed / 44) * 168 + scene.between(-1, 1);
      const long = r * scene.between(0.93, 1.04);
      const [c, s] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
      scene.line(
        x + c * r * 0.05,
        y - s * r * 0.05,
        x + c * long,
        y - s * long,
        mix(pair[0], pair[1], scene.random()),
        r * 0.046,
      );
    }
    scene.circle(x, y, r * 0.07, darker(pair[0], 0.4));
    scene.stroke(`M${num(x - r * 0.1)} ${num(y)}H${num(x + r * 0.1)}`, '#e9dcae', r * 0.03);
  };
  for (let row = 0; row < 7; row += 1)
    for (let column = 0; column < 7; column += 1) {
      const [x, y] = [30 + column * 262 + (row % 2) * 131, 120 + row * 168];
      if (Math.hypot(x - 880, (y - 690) * 1.2) < 330) continue;
      fan(x, y, 126, scene.between(-9, 9), dyes[(column * 3 + row * 2) % 7] ?? dyes[0]);
    }
  scene.shade(890, 720, 330, 190, 0.5, '#3a2a18');
  scene.poly(
    [
      [610, 560],
      [1080, 520],
      [1150, 800],
      [650, 850],
    ],
    '#e8d7a2',
  );
  for (let band = 0; band < 9; band += 1) {
    const [a, b] = [band / 9, band / 9 + 0.055];
    const left = (part: number): readonly [number, number] => [610 + 40 * part, 560 + 290 * part];
    const right = (part: number): readonly [number, number] => [1080 + 70 * part, 520 + 280 * part];
    scene.poly([left(a), right(a), right(b), left(b)], (dyes[band % 7] ?? dyes[0])[0], 0.85);
  }
  scene.texture(610, 520, 540, 330, { color: '#6b4a22', fx: 0.2, fy: 0.02, cut: 0.5, opacity: 0.35 });
  scene.line(590, 552, 1100, 508, '#6b4627', 16);
  scene.line(640, 862, 1170, 806, '#6b4627', 16);
  person(scene, 760, 800, 470, {
    pose: 'squat',
    facing: 1,
    look: clothes(scene, { top: '#5a3b6b', hat: 'conical', longHair: true, legs: '#241f2a' }),
    rim: '#fff0c0',
  });
  person(scene, 1290, 610, 430, {
    pose: 'carry',
    facing: -1,
    look: clothes(scene, { top: '#e9e2cf', hat: 'conical', legs: '#2b2a30' }),
    rim: '#fff0c0',
    shadow: 0.6,
  });
  for (let reed = 0; reed < 34; reed += 1)
    scene.line(
      1130 + scene.between(-18, 18),
      330 + reed * 1.4,
      1390 + scene.between(-40, 40),
      400 + reed * 1.8,
      mix('#c8322f', '#f4835a', scene.random()),
      6,
    );
  scene.rect(0, 0, 1600, 1067, scene.linear(['#fff0bd 0 0.45', '#fff0bd 45 0', '#2d1a2c 100 0.3'], 1, 1));
  return scene;
};

const jar = (scene: Scene, x: number, y: number, h: number, color: string): void => {
  const w = h * 0.42;
  scene.shade(x + w * 0.3, y, w * 1.2, h * 0.08, 0.6);
  scene.path(
    `M${num(x - w * 0.45)} ${num(y)}Q${num(x - w * 1.15)} ${num(y - h * 0.55)} ${num(x - w * 0.5)} ${num(y - h * 0.86)}L${num(x - w * 0.6)} ${num(y - h)}` +
      `H${num(x + w * 0.6)}L${num(x + w * 0.5)} ${num(y - h * 0.86)}Q${num(x + w * 1.15)} ${num(y - h * 0.55)} ${num(x + w * 0.45)} ${num(y)}Z`,
    scene.linear([darker(color, 0.45), lighter(color, 0.35), color, darker(color, 0.6)], 1, 0),
  );
  scene.ellipse(x, y - h, w * 0.6, h * 0.055, darker(color, 0.7));
  scene.stroke(
    `M${num(x - w * 0.8)} ${num(y - h * 0.62)}Q${num(x)} ${num(y - h * 0.54)} ${num(x + w * 0.8)} ${num(y - h * 0.62)}`,
    darker(color, 0.4),
    2,
    0.6,
  );
};

export const pottery = (): Scene => {
  const scene = new Scene('pottery');
  scene.rect(0, 0, 1600, 1067, scene.linear(['#2a1b18', '#5d3826 50', '#2b1a16']));
  for (let row = 0; row < 22; row += 1)
    for (let x = (row % 2) * -40; x < 1600; x += 84)
      scene.rect(x, row * 33, 81, 30, mix('#5a3323', '#7d4a30', scene.random()), 0.7);
  scene.path('M1000 720V330Q1000 70 1260 70T1540 330V720Z', scene.linear(['#8d5334', '#4f2b1e']));
  scene.path(
    'M1110 720V470Q1110 300 1265 300T1420 470V720Z',
    scene.radial(['#fff6c8', '#ffc34d 25', '#f0631c 60', '#7a1f10'], 0.5, 0.8, 0.7),
  );
  scene.group(scene.rough(50, 0.02), () => {
    for (let at = 0; at < 12; at += 1)
      scene.ellipse(
        1150 + at * 21,
        690 - scene.between(0, 60),
        22,
        scene.between(50, 130),
        scene.pick(['#ffd866', '#ff9a33', '#fff1b0']),
        0.7,
      );
  });
  scene.glow(1265, 560, 820, '#ff8a3a', 0.85);
  for (const [y, n] of [
    [200, 8],
    [370, 8],
    [540, 8],
  ] as const) {
    scene.rect(0, y, 930, 14, '#a06a40');
    for (let at = 0; at < n; at += 1)
      jar(
        scene,
        60 + at * 112,
        y,
        scene.between(80, 125),
        scene.pick(['#b5623a', '#8f5a3c', '#c98a54', '#6d7a68', '#7a4a38']),
      );
    scene.rect(0, y + 14, 930, 16, '#1b110e', 0.5);
  }
  scene.rect(0, 715, 1600, 360, scene.linear(['#8a5a3a', '#2d1c17']));
  for (const [x, h] of [
    [1080, 120],
    [1480, 150],
    [1570, 190],
  ] as const)
    jar(scene, x, 760, h, '#b5623a');
  for (const [x, h] of [
    [70, 250],
    [210, 220],
    [1420, 260],
    [1560, 300],
  ] as const)
    jar(scene, x, 1000, h, scene.pick(['#b86a3e', '#9a5a3a', '#70786a']));
  const rim = '#ffac5c';
  person(scene, 500, 1010, 760, {
    pose: 'type',
    facing: 1,
    look: clothes(scene, { top: '#3f5560', legs: '#2b2522', skin: '#a86c48' }),
    rim,
  });
  scene.rect(330, 860, 180, 30, '#5a3a28');
  scene.rect(350, 890, 24, 150, '#3d271c');
  scene.rect(470, 890, 24, 150, '#3d271c');
  scene.ellipse(840, 880, 210, 46, '#2b1d18');
  scene.ellipse(840, 862, 210, 46, scene.linear(['#6b5040', '#b98a66'], 1, 0));
  for (const r of [180, 140])
    scene.add(
      `<ellipse cx="840" cy="862" rx="${r}" ry="${r * 0.22}" fill="none" stroke="#d9a878" stroke-width="2" opacity="0.5"/>`,
    );
  scene.rect(812, 900, 56, 150, '#2b1d18');
  jar(scene, 840, 862, 230, '#c07a50');
  scene.path('M640 690Q720 650 775 700Q790 730 770 748Q720 735 640 742Z', '#a86c48');
  scene.path('M770 700Q800 705 806 738L786 760Q762 752 766 730Z', '#b97a54');
  return scene;
};
