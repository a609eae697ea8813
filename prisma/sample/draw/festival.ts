/** Festivals: lanterns on the river, books under the trees. */
import { sampan } from './boats.ts';
import { clothes, dark, person } from './figures.ts';
import { crown, tree } from './plants.ts';
import { darker, mix, num, Scene } from './scene.ts';
import { lantern } from './things.ts';
import { View } from './view.ts';

export const lanternFestival = (): Scene => {
  const scene = new Scene('lantern-festival');
  const y = 430;
  scene.sky(['#0a1030', '#1f2250 55', '#5a3560'], y);
  for (let star = 0; star < 90; star += 1)
    scene.circle(
      scene.between(0, 1600),
      scene.between(0, 260),
      scene.between(0.5, 1.5),
      '#e6e6ff',
      scene.between(0.2, 0.8),
    );
  scene.circle(1290, 130, 46, '#fff3cf');
  scene.glow(1290, 130, 330, '#ffe6b0', 0.5);
  scene.rect(0, y, 1600, 640, scene.linear(['#4d2f55', '#1d1b42 40', '#080b22']));
  scene.reflect(
    y,
    () => {
      for (let x = -40; x < 1600; ) {
        const w = scene.between(120, 190);
        const h = scene.between(110, 190);
        const wall = scene.pick(['#5c3a3a', '#6b4434', '#4a3348', '#70503a']);
        scene.rect(x, y - h, w, h, wall);
        scene.poly(
          [
            [x - 10, y - h + 6],
            [x + 20, y - h - 44],
            [x + w - 20, y - h - 44],
            [x + w + 10, y - h + 6],
          ],
          '#2a1b30',
        );
        for (let at = 0; at < 3; at += 1) {
          scene.rect(
            x + 14 + at * (w / 3),
            y - 62,
            w / 3 - 18,
            56,
            scene.pick(['#ffcf7a', '#ffb357', '#ff9a4a']),
          );
          if (h > 130)
            scene.rect(
              x + 18 + at * (w / 3),
              y - h + 22,
              w / 3 - 26,
              34,
              scene.chance(0.6) ? '#ffd98f' : '#2d2038',
            );
        }
        for (let at = 0; at < 4; at += 1)
          lantern(
            scene,
            x + 20 + at * (w / 4),
            y - 78,
            9,
            scene.pick(['#e8452f', '#f0a02c', '#e0608c', '#f4d04a']),
            0.35,
          );
        x += w + 4;
      }
      crown(scene, 700, y - 70, 120, 90, { dark: '#141530', light: '#4d3a4a', count: 30 });
    },
    0.7,
    50,
  );
  scene.glow(800, y, 900, '#ff9a4a', 0.35, 0.3);
  scene.ripples(y, 637, '#ffb866', '#090b22', 0.3);
  const colors = ['#ff9a3c', '#ffc24a', '#f0685a', '#ff8fa8', '#ffd97a'];
  for (let at = 0; at < 110; at += 1) {
    const part = (at / 109) ** 1.7;
    const ly = 470 + part * 480;
    const s = 3 + part * 32;
    const lx = scene.between(-20, 1620);
    const color = scene.pick(colors);
    scene.glow(lx, ly + s * 0.5, s * 4.6, color, 0.7, 0.8);
    scene.ellipse(lx, ly + s * 1.6, s * 0.7, s * 1.3, color, 0.28);
    for (const [turn, long] of [
      [-0.9, 1.1],
      [0.9, 1.1],
      [-0.4, 1.35],
      [0.4, 1.35],
      [0, 1.2],
    ] as const)
      scene.path(
        `M${num(lx)} ${num(ly + s * 0.35)}Q${num(lx + turn * s * 1.5)} ${num(ly - s * 0.1)} ${num(lx + turn * s * long)} ${num(ly - s * 0.75)}Q${num(lx + turn * s * 0.1)} ${num(ly - s * 0.3)} ${num(lx)} ${num(ly + s * 0.35)}Z`,
        mix(color, '#fff3d0', 0.45),
        0.95,
      );
    scene.ellipse(lx, ly - s * 0.25, s * 0.2, s * 0.36, '#fffbe6');
  }
  scene.reflect(
    800,
    () => {
      sampan(scene, 1050, 800, 420, '#150f22');
      person(scene, 950, 790, 230, {
        pose: 'squat',
        facing: 1,
        look: dark('#1b1228', { longHair: true, top: '#4a2a48' }),
        rim: '#ffb866',
      });
      person(scene, 1130, 790, 226, {
        pose: 'squat',
        facing: -1,
        look: dark('#1b1228', { top: '#2d2a50', hat: 'conical', hatColor: '#3d2f3c' }),
        rim: '#ffb866',
      });
      lantern(scene, 1045, 700, 20, '#ff9a3c', 0.9);
    },
    0.4,
  );
  scene.path('M-10 1080V960Q260 900 560 1000L640 1080Z', '#0a0916');
  person(scene, 240, 1010, 400, {
    pose: 'squat',
    facing: 1,
    look: dark('#120d1c', { longHair: true, top: '#3a2038' }),
    rim: '#ffb866',
  });
  person(scene, 90, 980, 470, {
    pose: 'stand',
    facing: 1,
    look: dark('#120d1c', { top: '#1f1c3c' }),
    rim: '#ffb866',
  });
  lantern(scene, 395, 900, 26, '#ffb24a', 0.9);
  return scene;
};

export const bookFair = (): Scene => {
  const scene = new Scene('book-fair');
  scene.rect(0, 0, 1600, 1067, scene.linear(['#e7eecb', '#f6edc9 45', '#d6bd8c']));
  const view = new View(scene, 400, 2.1, 950, 640);
  view.floor(-30, 40, 1.6, 80, scene.linear(['#efdcae', '#c9a577']));
  scene.group(scene.blur(4), () => {
    for (let x = -60; x < 1700; x += 120)
      crown(scene, x, 220, 150, 130, { dark: '#8fae6c', light: '#e2e7a4', count: 30 });
  });
  scene.mist(260, 220, '#fbf3cf', 0.7);
  const covers = [
    '#c8452f',
    '#2f6288',
    '#e0a93c',
    '#4f8a5c',
    '#f4ecd8',
    '#8a4a70',
    '#2b3a4c',
    '#d9776c',
    '#5aa0a4',
  ];
  const shades = ['#c8452f', '#e8e0c8', '#2f7a74', '#e0a93c'];
  for (let z = 30; z > 2.6; z -= 3.6) {
    for (const x of [-6.4, 3.4]) {
      if (x < 0 && z < 4) continue;
      const wide = 3.6;
      const far = Math.min(0.6, z / 45);
      view.front(x, x + wide, 0, 2.4, z + 2.2, mix('#7a5a3c', '#efdcae', far));
      for (let shelf = 0; shelf < 3; shelf += 1)
        for (let at = 0; at < 24; at += 1)
          view.front(
            x + 0.1 + at * 0.145,
            x + 0.23 + at * 0.145,
            1 + shelf * 0.48,
            1.28 + shelf * 0.48 + scene.between(0, 0.12),
            z + 2.19,
            mix(scene.pick(covers), '#efdcae', far),
          );
      view.box(x, x + wide, 0, 0.82, z, z + 1.3, mix('#b98a58', '#efdcae', far));
      for (let row = 0; row < 3; row += 1)
        for (let at = 0; at < 9; at += 1) {
          const [bx, bz] = [x + 0.15 + at * 0.38, z + 0.1 + row * 0.4];
          view.box(
            bx,
            bx + 0.28,
            0.82,
            0.84 + scene.between(0, 0.16),
            bz,
            bz + 0.32,
            mix(scene.pick(covers), '#efdcae', far),
          );
        }
      const color = mix(scene.pick(shades), '#f6edc9', far);
      view.face(
        [
          [x - 0.2, 2.5, z - 0.3],
          [x + wide + 0.2, 2.5, z - 0.3],
          [x + wide + 0.2, 3.2, z + 2.3],
          [x - 0.2, 3.2, z + 2.3],
        ],
        color,
      );
      for (let stripe = 0; stripe < 6; stripe += 1)
        view.face(
          [
            [x + stripe * 0.66, 2.5, z - 0.3],
            [x + stripe * 0.66 + 0.33, 2.5, z - 0.3],
            [x + stripe * 0.66 + 0.33, 3.2, z + 2.3],
            [x + stripe * 0.66, 3.2, z + 2.3],
          ],
          '#fff8e2',
          0.55,
        );
      view.front(x - 0.2, x + wide + 0.2, 2.28, 2.5, z - 0.3, darker(color, 0.15));
      for (const leg of [x, x + wide])
        view.line([leg, 0, z - 0.3], [leg, 2.5, z - 0.3], mix('#6b4a30', '#efdcae', far), 0.07);
    }
    for (let at = 0; at < 2; at += 1) {
      if (z < 6) continue;
      const px = scene.between(-2.4, 3);
      const s = view.size(z - 0.6);
      person(scene, ...view.at(px, 0, z - 0.6), s * scene.between(1.5, 1.7), {
        pose: scene.pick(['stand', 'walk', 'work', 'stroll'] as const),
        view: scene.pick(['back', 'side', 'front'] as const),
        facing: scene.pick([1, -1]),
        look: clothes(scene, { longHair: scene.chance(0.5) }),
        shadow: 0.5,
        rim: '#fffbe0',
      });
    }
  }
  person(scene, 1010, 990, 560, {
    pose: 'work',
    facing: 1,
    look: clothes(scene, { top: '#e8e0c8', legs: '#2f4a66', longHair: true }),
    rim: '#fffbe0',
    shadow: 0.5,
  });
  scene.poly(
    [
      [1140, 660],
      [1218, 630],
      [1232, 690],
      [1152, 716],
    ],
    '#c8452f',
  );
  scene.poly(
    [
      [1146, 662],
      [1212, 636],
      [1222, 684],
      [1156, 708],
    ],
    '#fff8e2',
  );
  person(scene, 560, 1010, 360, {
    pose: 'work',
    facing: -1,
    look: clothes(scene, { top: '#e0a93c', legs: '#34485e' }),
    rim: '#fffbe0',
    shadow: 0.5,
  });
  for (const [x, g, t] of [
    [660, 560, 560],
    [1560, 780, 820],
  ] as const)
    tree(scene, x, g, t, { dark: '#3f6b3c', light: '#cdd470', sun: -1, count: 80 }, '#5a4230');
  crown(scene, 120, 40, 330, 170, { dark: '#2f5632', light: '#a9bf5c', sun: 1, count: 60 });
  for (let spot = 0; spot < 40; spot += 1)
    scene.ellipse(
      scene.between(0, 1600),
      scene.between(650, 1050),
      scene.between(20, 60),
      scene.between(5, 14),
      '#fff6cc',
      0.3,
    );
  return scene;
};
