/** Football: the match and the fans. */
import { clothes, type Look, person } from './figures.ts';
import { mix, num, Scene } from './scene.ts';
import { flag } from './things.ts';
import { View } from './view.ts';

const kit = (scene: Scene, top: string, legs: string): Look => clothes(scene, { top, legs, shorts: true });

export const footballMatch = (): Scene => {
  const scene = new Scene('football-match');
  scene.sky(['#070d1e', '#16284a 45', '#24406a']);
  scene.path('M-10 250Q800 130 1610 250V580H-10Z', scene.linear(['#101a30', '#2a3a5c']));
  for (let row = 0; row < 17; row += 1) {
    const part = row / 16;
    for (let x = 0; x < 1600; x += 11 + part * 7) {
      const y = 205 + part * 310 + ((x - 800) / 800) ** 2 * 55 * (1 - part);
      scene.circle(
        x + scene.between(-3, 3),
        y + scene.between(-3, 3),
        3.4 + part * 3,
        mix(
          '#1c2744',
          scene.pick(['#d8423a', '#e9e2d4', '#e0b04a', '#5f84b5', '#c98f6a', '#d8423a']),
          0.3 + scene.random() * 0.45,
        ),
        0.9,
      );
    }
  }
  scene.path('M-10 235Q800 90 1610 235V130Q800 -10 -10 130Z', scene.linear(['#1b2540', '#0c1428']));
  for (const x of [150, 540, 1060, 1450]) {
    scene.rect(x - 90, 52, 180, 56, '#2a3552', 1, 8);
    for (let at = 0; at < 12; at += 1)
      scene.circle(x - 72 + (at % 6) * 29, 68 + Math.floor(at / 6) * 26, 10, '#ffffff');
    scene.glow(x, 80, 420, '#d6e8ff', 0.75);
    scene.group('style="mix-blend-mode:screen"', () =>
      scene.poly(
        [
          [x - 70, 100],
          [x + 70, 100],
          [x + (800 - x) * 0.4 + 330, 900],
          [x + (800 - x) * 0.4 - 330, 900],
        ],
        scene.linear(['#cfe4ff 0 0.2', '#cfe4ff 100 0']),
      ),
    );
  }
  for (let x = 0; x < 1600; x += 200)
    scene.rect(x, 530, 196, 40, scene.pick(['#b8322c', '#1f5a8c', '#e3b23f', '#e9e6da', '#2d7a5a']), 0.85);
  const view = new View(scene, 455, 5.2, 1300, 800);
  for (let at = 0; at < 12; at += 1)
    view.floor(-70, 70, 10 + at * 4.8, 10 + (at + 1) * 4.8, at % 2 ? '#3f9a4c' : '#348842');
  scene.rect(0, 567, 1600, 510, scene.linear(['#e6ffe0 0 0.25', '#e6ffe0 40 0', '#04140c 100 0.45']));
  view.line([-60, 0, 22], [60, 0, 22], '#eef6ea', 0.14, 0.8);
  view.line([-5, 0, 9], [-11, 0, 60], '#eef6ea', 0.14, 0.8);
  scene.add(
    `<ellipse cx="690" cy="${num(view.at(0, 0, 25)[1])}" rx="340" ry="54" fill="none" stroke="#eef6ea" stroke-width="5" opacity="0.7"/>`,
  );
  const [home, away] = [
    ['#d8332c', '#f6f2e8'],
    ['#f4f1e6', '#1f4f8c'],
  ] as const;
  const players = [
    [-9, 48, 'stand', 0, 1],
    [6, 44, 'run', 1, -1],
    [-3, 38, 'run', 0, 1],
    [13, 36, 'walk', 0, -1],
    [-12, 31, 'sprint', 1, 1],
    [9, 29, 'run', 0, -1],
  ] as const;
  for (const [x, z, pose, team, facing] of players) {
    const [top, legs] = team === 0 ? home : away;
    const [sx, sy] = view.at(x, 0, z);
    for (const way of [-1, 1])
      scene.poly(
        [
          [sx - 5, sy],
          [sx + 5, sy],
          [sx + way * view.size(z) * 1.5, sy + view.size(z) * 0.34],
          [sx + way * view.size(z) * 1.8, sy + view.size(z) * 0.28],
        ],
        '#06230f',
        0.32,
      );
    person(scene, sx, sy, view.size(z) * 1.78, { pose, facing, look: kit(scene, top, legs), rim: '#eaf6ff' });
  }
  for (const [x, y, t, pose, team, facing] of [
    [560, 985, 560, 'kick', 0, 1],
    [1130, 960, 520, 'sprint', 1, -1],
    [250, 860, 380, 'run', 0, 1],
  ] as const) {
    const [top, legs] = team === 0 ? home : away;
    for (const way of [-1, 1])
      scene.poly(
        [
          [x - t * 0.05, y],
          [x + t * 0.05, y],
          [x + way * t * 0.85, y + t * 0.13],
          [x + way * t, y + t * 0.1],
        ],
        '#06230f',
        0.4,
      );
    person(scene, x, y, t, { pose, facing, look: kit(scene, top, legs), rim: '#f2f9ff' });
  }
  scene.ellipse(850, 992, 46, 9, '#06230f', 0.5);
  scene.circle(845, 930, 34, scene.radial(['#ffffff', '#e6e9e6 60', '#8d9a98'], 0.4, 0.35, 0.7));
  scene.poly(
    [
      [845, 914],
      [860, 925],
      [854, 943],
      [836, 943],
      [830, 925],
    ],
    '#23282c',
  );
  scene.stroke('M845 914V898M860 925L876 918M854 943L864 958M836 943L826 958M830 925L814 918', '#23282c', 3);
  return scene;
};

export const footballFans = (): Scene => {
  const scene = new Scene('football-fans');
  scene.sky(['#0e1a35', '#2a4a78 30', '#7fa6b8 46']);
  scene.rect(0, 300, 1600, 240, scene.linear(['#1f2d4d', '#38507a']));
  for (let at = 0; at < 900; at += 1)
    scene.circle(
      scene.between(0, 1600),
      scene.between(300, 470),
      scene.between(2, 4),
      mix('#24345a', scene.pick(['#d8423a', '#f0e6d2', '#e0b04a']), scene.random() * 0.5),
    );
  scene.poly(
    [
      [-10, 640],
      [300, 480],
      [1300, 480],
      [1610, 640],
    ],
    scene.linear(['#6fbf64', '#3f9a4c']),
  );
  scene.stroke('M800 480V640M140 560H1460', '#eef6ea', 3, 0.7);
  for (const x of [120, 1480]) {
    scene.rect(x - 70, 60, 140, 70, '#2a3552');
    for (let at = 0; at < 10; at += 1)
      scene.circle(x - 54 + (at % 5) * 27, 78 + Math.floor(at / 5) * 32, 10, '#ffffff');
    scene.line(x, 130, x, 480, '#2a3552', 10);
    scene.glow(x, 94, 520, '#dbeaff', 0.8);
  }
  const reds = ['#c8281f', '#d8392c', '#a81f1c', '#e5e0d2', '#c8281f'];
  const scarf = (x: number, y: number, w: number): void => {
    scene.path(
      `M${x - w} ${y}Q${x} ${y + w * 0.16} ${x + w} ${y}V${y + w * 0.3}Q${x} ${y + w * 0.46} ${x - w} ${y + w * 0.3}Z`,
      '#c8281f',
    );
    for (let at = -2; at <= 2; at += 2)
      scene.path(
        `M${x + at * w * 0.4 - w * 0.1} ${y + w * 0.06}h${w * 0.2}v${w * 0.32}h${-w * 0.2}Z`,
        '#f4cf4a',
      );
  };
  for (const [x, y, t, c] of [
    [330, 690, 620, '#d2261f'],
    [1240, 680, 660, '#d2261f'],
    [800, 620, 420, '#f0c23c'],
  ] as const)
    flag(scene, x, y, t, c, c !== '#f0c23c', x > 1000 ? -1 : 1);
  for (let row = 0; row < 4; row += 1) {
    const t = 330 + row * 175;
    const y = 690 + row * 105;
    const gap = 110 + row * 62;
    for (let x = (row % 2) * gap * 0.5 - 20; x < 1680; x += gap) {
      const px = x + scene.between(-12, 12);
      const pose = scene.pick(
        row === 3 ? (['wide', 'cheer'] as const) : (['cheer', 'wave', 'cheer', 'wide'] as const),
      );
      const dim = 1 - row * 0.12;
      person(scene, px, y + t * 0.74, t, {
        pose,
        view: 'back',
        look: clothes(scene, {
          top: mix('#20141c', scene.pick(reds), dim),
          skin: mix('#2a1a1c', '#c48f6a', dim),
          longHair: scene.chance(0.3),
          hat: scene.chance(0.25) ? 'cap' : 'none',
          hatColor: '#d8392c',
        }),
        rim: '#ffd9c4',
      });
      if (pose === 'cheer' && scene.chance(0.6)) scarf(px, y - t * 0.36, t * 0.26);
    }
  }
  scene.glow(800, 420, 620, '#cfe4ff', 0.3);
  for (let bit = 0; bit < 90; bit += 1)
    scene.place(scene.between(0, 1600), scene.between(40, 620), 1, scene.between(0, 90), () =>
      scene.rect(0, 0, scene.between(5, 12), 5, scene.pick(['#f4cf4a', '#d8392c', '#ffffff']), 0.85),
    );
  return scene;
};
