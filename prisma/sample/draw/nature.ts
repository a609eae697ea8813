/** The shore and the night sky. */
import { dark, person } from './figures.ts';
import { grass, rock, thicket } from './plants.ts';
import { num, Scene } from './scene.ts';

export const lighthouse = (): Scene => {
  const scene = new Scene('lighthouse', 1200, 1500);
  const y = 1010;
  scene.sky(['#3a6f9c', '#8fb9c9 45', '#f4d9a8 80', '#f9e6c0'], y);
  scene.clouds(80, 520, '#fff3dc', '#7f9fb4', 0.5, 0.85, 1.1);
  scene.clouds(520, 330, '#ffe3bd', '#a9a8b4', 0.53, 0.6);
  scene.hills(1000, 50, '#8fa9b4', 3, y);
  scene.water(y, ['#9fc6c4', '#3f8296 30', '#123f58'], '#f4fbea', '#175068', 0.7);
  scene.group(scene.rough(22, 0.02), () => {
    rock(scene, 320, 1180, 230, 160, '#8a7a6c', 1);
    rock(scene, 860, 1200, 320, 220, '#9a8873', 1);
    rock(scene, 600, 1210, 420, 330, '#a8937a', 1);
    rock(scene, 1010, 1250, 170, 110, '#7f7264', 1);
    rock(scene, 260, 1270, 200, 110, '#75695e', 1);
    rock(scene, 560, 1300, 260, 120, '#857768', 1);
  });
  grass(scene, 420, 905, 380, 40, ['#5f7f4a', '#8fa85c'], 150);
  scene.rect(700, 790, 190, 116, scene.linear(['#fffaea', '#d9c9ac'], 1, 0));
  scene.poly(
    [
      [684, 796],
      [720, 728],
      [870, 728],
      [906, 796],
    ],
    '#b5502f',
  );
  for (const x of [730, 820]) scene.rect(x, 826, 36, 44, '#3f6a80');
  const tower = 'M500 905L528 380H652L680 905Z';
  scene.path(tower, scene.linear(['#fffdf4', '#f6efe0 45', '#a9a49c'], 1, 0));
  scene.clip(tower, () => {
    for (const [a, b] of [
      [420, 500],
      [590, 680],
      [775, 860],
    ] as const)
      scene.rect(480, a, 220, b - a, scene.linear(['#e0563c', '#c23f2c 45', '#7d2a24'], 1, 0));
  });
  for (const top of [540, 720]) scene.rect(580, top, 24, 40, '#28414f', 1, 12);
  scene.rect(568, 842, 46, 64, '#5a3a2a', 1, 20);
  scene.rect(506, 362, 168, 22, '#33424c');
  for (let x = 510; x <= 670; x += 20) scene.line(x, 362, x, 326, '#33424c', 4);
  scene.line(504, 326, 676, 326, '#33424c', 6);
  scene.rect(546, 256, 88, 106, scene.linear(['#fff6cf', '#f4c96c'], 1, 0));
  for (const x of [546, 574, 604, 632]) scene.rect(x - 3, 256, 6, 106, '#33424c');
  scene.path('M530 260Q540 196 590 186Q640 196 650 260Z', scene.linear(['#d85a3f', '#7d2a24'], 1, 0));
  scene.line(590, 188, 590, 140, '#33424c', 6);
  scene.glow(590, 308, 320, '#fff0b8', 0.85);
  scene.group(`${scene.blur(10)} style="mix-blend-mode:screen"`, () =>
    scene.poly(
      [
        [590, 296],
        [590, 320],
        [-60, 420],
        [-60, 240],
      ],
      scene.linear(['#fff3c4 0 0', '#fff3c4 100 0.6'], 1, 0),
    ),
  );
  scene.stroke('M600 905Q560 960 620 1000T590 1100', '#e3d3b0', 12, 0.7);
  scene.group(scene.rough(26, 0.03), () => {
    for (const [x, wy, w] of [
      [180, 1278, 260],
      [560, 1312, 330],
      [900, 1268, 260],
      [1060, 1250, 180],
    ] as const) {
      scene.ellipse(x, wy, w, 18, '#f8fdf6', 0.9);
      for (let at = 0; at < 14; at += 1)
        scene.circle(
          x + scene.between(-0.8, 0.8) * w,
          wy - scene.between(0, 50),
          scene.between(3, 12),
          '#ffffff',
          0.8,
        );
    }
  });
  const gull = (x: number, gy: number, s: number): void => {
    scene.path(
      `M${x} ${gy}Q${x - s * 0.8} ${gy - s * 0.9} ${x - s * 2} ${gy - s * 0.3}Q${x - s * 0.8} ${gy - s * 0.4} ${x - s * 0.2} ${gy + s * 0.25}Z`,
      '#ffffff',
    );
    scene.path(
      `M${x} ${gy}Q${x + s * 0.5} ${gy - s * 1.1} ${x + s * 1.7} ${gy - s * 1.1}Q${x + s * 0.7} ${gy - s * 0.5} ${x + s * 0.2} ${gy + s * 0.25}Z`,
      '#dfe6ea',
    );
    scene.ellipse(x + s * 0.1, gy + s * 0.14, s * 0.55, s * 0.18, '#ffffff');
    scene.path(
      `M${x + s * 1.7} ${gy - s * 1.1}l${-s * 0.4} ${s * 0.02}l${s * 0.1} ${s * 0.14}zM${x - s * 2} ${gy - s * 0.3}l${s * 0.4} ${-s * 0.16}l${-s * 0.05} ${s * 0.16}z`,
      '#33424c',
    );
  };
  for (const [x, gy, s] of [
    [250, 560, 46],
    [900, 430, 36],
    [1010, 620, 28],
    [130, 760, 26],
    [800, 250, 24],
    [360, 300, 20],
  ] as const)
    gull(x, gy, s);
  return scene;
};

export const observatory = (): Scene => {
  const scene = new Scene('observatory');
  scene.sky(['#050a1e', '#0f1c44 40', '#2a3a6e 72', '#7a6a8c 92', '#c98a7c']);
  scene.group('transform="rotate(-32 800 400)"', () => {
    scene.texture(-500, 180, 2600, 420, {
      color: '#b9b4e6',
      fx: 0.003,
      fy: 0.006,
      cut: 0.44,
      gain: 3,
      octaves: 5,
      fade: 'both',
      opacity: 0.75,
    });
    scene.texture(-500, 280, 2600, 230, {
      color: '#ffe6d0',
      fx: 0.006,
      fy: 0.01,
      cut: 0.5,
      gain: 4,
      octaves: 5,
      fade: 'both',
      opacity: 0.6,
    });
    scene.texture(-500, 300, 2600, 200, {
      color: '#0a1030',
      fx: 0.005,
      fy: 0.012,
      cut: 0.54,
      gain: 6,
      octaves: 5,
      fade: 'both',
      opacity: 0.8,
    });
  });
  for (let star = 0; star < 700; star += 1)
    scene.circle(
      scene.between(0, 1600),
      scene.between(0, 860) * scene.between(0.5, 1),
      scene.between(0.5, 1.9),
      scene.pick(['#ffffff', '#cfdcff', '#fff0d6']),
      scene.between(0.25, 1),
    );
  for (let star = 0; star < 9; star += 1) {
    const [x, y] = [scene.between(60, 1540), scene.between(30, 500)];
    scene.circle(x, y, 2.6, '#ffffff');
    scene.glow(x, y, 26, '#cfdcff', 0.9);
  }
  for (const [x, y, l] of [
    [330, 110, 240],
    [700, 60, 170],
    [220, 360, 130],
    [980, 150, 110],
  ] as const)
    scene.poly(
      [
        [x, y],
        [x - l, y + l * 0.62],
        [x - 2, y + 3],
      ],
      scene.linear(['#ffffff 0 0', '#ffffff 100 1'], 1, -0.6),
      0.9,
    );
  scene.hills(880, 90, '#2b3158', 2);
  scene.mist(820, 150, '#8a7a9c', 0.5);
  scene.hills(950, 60, '#161b38', 3);
  scene.path('M540 1080Q800 860 1120 850Q1400 850 1620 960V1080Z', scene.linear(['#12162c', '#070913']));
  scene.rect(1010, 680, 300, 190, scene.linear(['#c9a88f', '#6a5f78 40', '#232746'], 1, 0));
  scene.rect(1000, 668, 320, 20, '#3b3f62');
  scene.path('M1000 670A160 172 0 0 1 1320 670Z', scene.linear(['#f0d6bd', '#9a93ac 35', '#2a2e52'], 1, 0));
  for (const part of [0.35, 0.7])
    scene.add(
      `<path d="M${num(1160 - 160 * part)} 670A${num(160 * part)} 172 0 0 1 ${num(1160 + 160 * part)} 670" fill="none" stroke="#4a4d70" stroke-width="2" opacity="0.6"/>`,
    );
  scene.path('M1090 670Q1064 580 1096 516L1142 500Q1124 590 1140 670Z', scene.linear(['#ffc97a', '#e8863c']));
  scene.poly(
    [
      [1104, 640],
      [1052, 500],
      [1082, 488],
      [1132, 630],
    ],
    '#14172c',
  );
  scene.glow(1110, 600, 260, '#ffb25c', 0.75);
  scene.rect(1138, 780, 44, 90, '#ffcf86');
  for (const x of [1050, 1240]) scene.rect(x, 750, 30, 40, '#ffcf86');
  scene.glow(1160, 850, 230, '#ffb866', 0.6, 0.5);
  for (const [x, g, t, pose] of [
    [880, 905, 100, 'point'],
    [930, 898, 96, 'stand'],
    [820, 922, 70, 'stand'],
    [700, 975, 112, 'stand'],
  ] as const)
    person(scene, x, g, t, {
      pose,
      facing: -1,
      look: dark('#0a0d1c', { longHair: x === 930 }),
      rim: '#8f86b4',
    });
  scene.stroke('M640 1000L672 940L704 1000M672 940V1004', '#0a0d1c', 5);
  scene.line(640, 900, 706, 950, '#0a0d1c', 15);
  thicket(scene, -40, 1080, 620, 150, '#080b18');
  return scene;
};
