/** The flood season: brown water, boats between houses, the dyke, the storm. */
import { sampan, trawler } from './boats.ts';
import { clothes, dark, person } from './figures.ts';
import { birds, grass, palm, thicket, tree } from './plants.ts';
import { darker, lighter, mix, type Point, Scene } from './scene.ts';

/** A tiled roof with its gable wall, its eaves at (x, y). */
const house = (
  scene: Scene,
  x: number,
  y: number,
  w: number,
  h: number,
  wall: string,
  roof: string,
): void => {
  const rise = w * 0.28;
  scene.rect(x + w * 0.05, y, w * 0.9, h, scene.linear([darker(wall, 0.35), wall]));
  for (const part of [0.16, 0.66]) {
    scene.rect(x + w * part, y + h * 0.2, w * 0.18, h * 0.55, '#2e3a3c');
    scene.rect(x + w * part, y + h * 0.2, w * 0.09, h * 0.55, '#5d7f74');
  }
  scene.rect(x + w * 0.41, y + h * 0.14, w * 0.18, h, '#3b2d24');
  scene.poly(
    [
      [x - w * 0.06, y + 6],
      [x + w * 0.12, y - rise],
      [x + w * 0.88, y - rise],
      [x + w * 1.06, y + 6],
    ],
    scene.linear([lighter(roof, 0.12), darker(roof, 0.2)]),
  );
  let tiles = '';
  for (let at = 0; at <= 24; at += 1)
    tiles += `M${(x + w * (0.12 + (0.76 * at) / 24)).toFixed(1)} ${y - rise}L${(x + w * (-0.06 + (1.12 * at) / 24)).toFixed(1)} ${y + 6}`;
  scene.stroke(tiles, darker(roof, 0.45), 1.6, 0.6);
  scene.rect(x + w * 0.1, y - rise - 5, w * 0.8, 8, darker(roof, 0.3));
};

export const riverFlood = (): Scene => {
  const scene = new Scene('river-flood');
  const y = 330;
  scene.sky(['#8d9a9c', '#b9bdb2 60', '#d8cfb6'], y);
  scene.clouds(-40, 400, '#dcdacb', '#75807f', 0.48, 0.8, 1.3);
  scene.hills(322, 30, '#9aa39a', 3, y);
  thicket(scene, -20, y + 6, 1640, 34, '#78836f');
  scene.water(y, ['#bfae86', '#a07f52 35', '#6e4f31'], '#e2d0a4', '#573d27', 0.7);
  scene.reflect(
    470,
    () => {
      for (const [x, tall] of [
        [80, 190],
        [250, 150],
        [1120, 170],
        [1330, 210],
        [1500, 160],
      ] as const)
        tree(scene, x, 480, tall, { dark: '#465240', light: '#8d9a6a' }, '#4b4034');
      house(scene, 640, 420, 240, 50, '#cbb991', '#9a5a41');
      house(scene, 930, 435, 150, 36, '#bcb08f', '#84523f');
    },
    0.45,
  );
  scene.reflect(
    690,
    () => {
      house(scene, 180, 620, 420, 70, '#d3bd8a', '#a8583b');
      palm(scene, 690, 700, 330, '#4d6144', -0.16);
      palm(scene, 1290, 700, 390, '#465b40', 0.14);
      tree(scene, 1120, 706, 340, { dark: '#3a4a33', light: '#93a060' }, '#42372b');
      for (const x of [860, 930, 1000]) scene.line(x, 560, x + 8, 694, '#4a3f33', 7);
      scene.stroke('M780 580Q860 610 930 572T1080 600', '#3d3830', 2);
    },
    0.42,
    34,
  );
  scene.reflect(
    850,
    () => {
      sampan(scene, 900, 850, 300, '#3d3027');
      person(scene, 985, 834, 170, {
        pose: 'pole',
        facing: 1,
        look: clothes(scene, { top: '#5c6b73', hat: 'conical' }),
      });
      scene.line(1040, 722, 1105, 880, '#6b553b', 6);
      person(scene, 850, 838, 150, {
        pose: 'squat',
        facing: 1,
        look: clothes(scene, { top: '#a8493c', hat: 'conical' }),
      });
    },
    0.5,
  );
  for (let at = 0; at < 26; at += 1) {
    const [x, fy] = [scene.between(0, 1600), scene.between(560, 1040)];
    scene.group(scene.rough(10), () =>
      scene.ellipse(
        x,
        fy,
        scene.between(14, 60),
        scene.between(3, 9),
        mix('#5a6b3c', '#3d3a24', scene.random()),
        0.8,
      ),
    );
  }
  birds(scene, 520, 170, 130, 6, '#5f6766', 9);
  return scene;
};

export const floodBoat = (): Scene => {
  const scene = new Scene('flood-boat');
  scene.sky(['#55646f', '#7d8b90 30', '#a8ada4 52']);
  scene.clouds(-60, 420, '#9aa5a8', '#46525c', 0.48, 0.8);
  thicket(scene, 500, 480, 620, 90, '#66746f');
  scene.mist(380, 150, '#a9b2ae', 0.7);
  scene.water(480, ['#98927c', '#7c6b50 35', '#42372b'], '#c3b694', '#33291f', 0.6);
  scene.reflect(
    560,
    () => {
      house(scene, 560, 470, 250, 90, '#a8a187', '#7c5040');
      house(scene, 870, 480, 200, 80, '#98a094', '#6a4a42');
    },
    0.4,
  );
  scene.reflect(
    720,
    () => {
      house(scene, -150, 470, 560, 250, '#8fa093', '#75402f');
      house(scene, 1190, 450, 620, 270, '#b3a077', '#6b3d33');
      scene.line(455, 200, 462, 740, '#343434', 12);
      scene.stroke('M456 230Q800 330 1200 210M456 262Q800 360 1200 240', '#33373a', 2.5);
      scene.rect(1330, 610, 80, 110, '#ffcf7a', 0.75);
    },
    0.42,
    34,
  );
  scene.glow(1370, 650, 190, '#ffb45c', 0.6);
  scene.reflect(
    880,
    () => {
      sampan(scene, 800, 880, 520, '#2c241f');
      for (const [x, w, h, color] of [
        [640, 70, 42, '#8a6a43'],
        [700, 56, 60, '#5b6c74'],
        [758, 48, 36, '#9a4436'],
      ] as const)
        scene.rect(x, 850 - h, w, h, color, 1, 6);
      person(scene, 860, 862, 235, {
        pose: 'squat',
        facing: -1,
        look: clothes(scene, { top: '#7b8f5c', hat: 'conical' }),
        rim: '#c7cdc4',
      });
      person(scene, 970, 846, 290, {
        pose: 'pole',
        facing: 1,
        look: clothes(scene, { top: '#d06f2e', legs: '#2c3138', hat: 'conical' }),
        rim: '#d6dad0',
      });
      scene.line(1020, 560, 1150, 930, '#5b4a35', 8);
    },
    0.5,
    34,
  );
  scene.rain(620, '#dfe6e6', 0.3);
  scene.mist(640, 220, '#8f9792', 0.25);
  return scene;
};

export const dyke = (): Scene => {
  const scene = new Scene('dyke');
  scene.sky(['#20294a', '#5a466b 35', '#c4665a 62', '#f3a85c 80']);
  scene.clouds(40, 560, '#f08e63', '#3b3458', 0.5, 0.75, 1.2);
  scene.sun(1180, 640, 40, '#ffe4ab', '#ff8d4a');
  scene.rect(0, 690, 1600, 400, scene.linear(['#f0a062', '#a75c5a 30', '#3a2b47']));
  scene.hills(692, 26, '#5b3f5c', 4, 702);
  scene.ripples(700, 367, '#ffc486', '#3c2947', 0.5);
  scene.glow(1180, 780, 260, '#ffa25c', 0.6, 1.3);
  const ink = '#17131f';
  scene.path('M-10 1080V850Q420 800 860 862T1610 800V1080Z', scene.linear(['#2b2132', '#0f0c16']));
  const bag = (x: number, y: number, s: number): void => {
    scene.rect(x - s, y - s * 0.62, s * 2, s * 0.92, ink, 1, s * 0.4);
    scene.stroke(
      `M${x - s * 0.7} ${y - s * 0.58}Q${x} ${y - s * 0.68} ${x + s * 0.75} ${y - s * 0.56}`,
      '#e0885a',
      2.4,
      0.75,
    );
  };
  for (let row = 0; row < 6; row += 1)
    for (let at = 0; at < 17 - row * 2; at += 1)
      bag(330 + at * 58 + row * 46, 868 - row * 28 + scene.between(-3, 3), 31);
  const rim = '#ffb072';
  person(scene, 250, 858, 300, {
    pose: 'carry',
    facing: 1,
    look: dark(ink, { hat: 'conical', hatColor: ink }),
    rim,
  });
  bag(320, 700, 40);
  person(scene, 110, 850, 285, { pose: 'walk', facing: 1, look: dark(ink), rim });
  bag(118, 592, 44);
  person(scene, 560, 708, 270, { pose: 'lift', facing: 1, look: dark(ink, { hat: 'cap' }), rim });
  bag(700, 606, 42);
  person(scene, 920, 708, 280, { pose: 'lift', facing: -1, look: dark(ink, { hat: 'helmet' }), rim });
  person(scene, 1270, 850, 290, {
    pose: 'bend',
    facing: -1,
    look: dark(ink, { hat: 'conical', hatColor: ink }),
    rim,
  });
  bag(1155, 846, 40);
  person(scene, 1440, 832, 296, { pose: 'point', facing: -1, look: dark(ink), rim });
  grass(scene, 0, 1070, 1600, 130, ['#0d0a14', '#1a1320'], 260);
  return scene;
};

export const stormClouds = (): Scene => {
  const scene = new Scene('storm-clouds');
  const y = 720;
  scene.sky(['#1d2833', '#3b4a57 40', '#8b9a9c 80', '#d2cfb4'], y);
  scene.clouds(320, 420, '#b7c0bd', '#5a6872', 0.47, 0.8, 1.1);
  scene.clouds(60, 520, '#7c8b94', '#28343f', 0.44, 0.9, 1.5);
  scene.clouds(-220, 620, '#56646f', '#161f29', 0.4, 0.95, 2);
  for (const [x, w] of [
    [240, 260],
    [620, 190],
    [1280, 300],
  ] as const) {
    const shaft: Point[] = [
      [x, 330],
      [x + w, 330],
      [x + w - 150, y],
      [x - 190, y],
    ];
    scene.group(`${scene.blur(22)} opacity="0.6"`, () =>
      scene.poly(shaft, scene.linear(['#33404b 0 0.2', '#5d6b73 60', '#8b9798 100 0.4'])),
    );
  }
  scene.hills(712, 70, '#59666c', 2, y);
  scene.hills(722, 40, '#3d4b52', 4, y + 4);
  scene.water(y, ['#a8afa2', '#5e6f72 25', '#1d2c33'], '#d2d6c8', '#17242b', 0.7);
  scene.glow(960, 715, 420, '#f2e3b0', 0.5, 0.25);
  scene.reflect(
    806,
    () => {
      trawler(scene, 560, 806, 190, '#2f5061', '#c5bda4');
      trawler(scene, 800, 800, 140, '#5b3a34', '#a9a696', -1);
    },
    0.4,
  );
  for (let wave = 0; wave < 16; wave += 1) {
    const [x, wy, w] = [scene.between(0, 1600), scene.between(850, 1050), scene.between(60, 210)];
    scene.group(scene.rough(14), () =>
      scene.path(
        `M${x} ${wy}Q${x + w * 0.5} ${wy - 16} ${x + w} ${wy}Q${x + w * 0.5} ${wy - 5} ${x} ${wy}Z`,
        '#e6e9df',
        0.6,
      ),
    );
  }
  palm(scene, 1440, 1080, 620, '#131c20', -0.32);
  palm(scene, 1560, 1090, 500, '#10181c', -0.36);
  scene.rain(260, '#dbe3e4', 0.2, 0.35);
  birds(scene, 1010, 500, 140, 5, '#e4e6df', 11);
  return scene;
};
