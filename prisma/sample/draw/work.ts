/** Offices: the young firm and the bank. */
import { clothes, person } from './figures.ts';
import { crown } from './plants.ts';
import { mix, Scene } from './scene.ts';

export const startupOffice = (): Scene => {
  const scene = new Scene('startup-office');
  scene.rect(0, 0, 1600, 1067, scene.linear(['#e9dcc3', '#cdb795']));
  scene.rect(140, 60, 1100, 600, scene.linear(['#8cc3d9', '#d9e8d8 60', '#f8e3b3']));
  scene.clip('M140 60H1240V660H140Z', () => {
    scene.clouds(40, 300, '#ffffff', '#b3ced4', 0.5, 0.7);
    for (let x = 120; x < 1260; x += 78)
      scene.rect(x, scene.between(330, 540), 70, 400, mix('#a9bfc4', '#d6cdb4', scene.random()));
    for (let x = 140; x < 1260; x += 130)
      crown(scene, x, 650, 90, 70, { dark: '#4d7a58', light: '#bcd07e', count: 30 });
  });
  for (const x of [132, 500, 868, 1232]) scene.rect(x, 52, 14, 616, '#4b3d33');
  for (const y of [52, 230, 656]) scene.rect(132, y, 1114, 12, '#4b3d33');
  scene.rect(1300, 60, 300, 640, '#b98e68');
  for (let row = 0; row < 4; row += 1) {
    scene.rect(1320, 210 + row * 130, 270, 10, '#6b4a33');
    for (let at = 0; at < 9; at += 1)
      scene.rect(
        1326 + at * 26,
        210 + row * 130 - scene.between(50, 86),
        20,
        90,
        scene.pick(['#c8553d', '#35607a', '#d9a441', '#e9e2d0', '#5c8a6a']),
      );
    scene.rect(1320, 210 + row * 130, 270, 26, '#b98e68');
    scene.rect(1320, 210 + row * 130, 270, 8, '#6b4a33');
  }
  scene.rect(0, 720, 1600, 350, scene.linear(['#b98a5e', '#8a5f40']));
  scene.poly(
    [
      [300, 720],
      [1100, 720],
      [1350, 1067],
      [200, 1067],
    ],
    '#ffeec0',
    0.22,
  );
  const rim = '#fff3d0';
  person(scene, 520, 960, 500, {
    pose: 'type',
    view: 'front',
    look: clothes(scene, { top: '#d9a441', longHair: true }),
    rim,
  });
  person(scene, 760, 940, 500, {
    pose: 'type',
    view: 'front',
    look: clothes(scene, { top: '#3f6c8c' }),
    rim,
  });
  person(scene, 985, 880, 520, {
    pose: 'point',
    facing: -1,
    look: clothes(scene, { top: '#f0e9da', longHair: true, legs: '#34485e' }),
    rim,
  });
  scene.poly(
    [
      [330, 720],
      [1080, 720],
      [1200, 850],
      [220, 850],
    ],
    scene.linear(['#f3e7cf', '#d3b78c']),
  );
  scene.rect(220, 850, 980, 24, '#8d6744');
  for (const x of [260, 1140]) scene.rect(x, 874, 22, 200, '#5a4131');
  for (const [x, y] of [
    [520, 752],
    [760, 752],
  ] as const) {
    scene.poly(
      [
        [x - 74, y - 66],
        [x + 74, y - 66],
        [x + 84, y + 26],
        [x - 84, y + 26],
      ],
      scene.linear(['#b9c0c4', '#8b9499']),
    );
    scene.circle(x, y - 20, 9, '#eef2f0');
  }
  for (const [x, color] of [
    [640, '#c8553d'],
    [890, '#4d7f78'],
    [400, '#e9e2d0'],
  ] as const)
    scene.rect(x, 745, 34, 44, color, 1, 6);
  scene.poly(
    [
      [600, 815],
      [740, 805],
      [760, 838],
      [610, 842],
    ],
    '#fffaf0',
  );
  person(scene, 330, 1070, 560, {
    pose: 'type',
    facing: 1,
    look: clothes(scene, { top: '#7a9a72', longHair: true }),
    rim,
  });
  person(scene, 1130, 1075, 570, { pose: 'type', facing: -1, look: clothes(scene, { top: '#b5523e' }), rim });
  for (const [x, way] of [
    [468, 1],
    [990, -1],
  ] as const) {
    scene.poly(
      [
        [x, 842],
        [x + 96 * way, 842],
        [x + 128 * way, 748],
        [x + 112 * way, 748],
      ],
      '#59636a',
    );
    scene.poly(
      [
        [x + 90 * way, 838],
        [x + 121 * way, 750],
        [x + 116 * way, 750],
        [x + 84 * way, 838],
      ],
      '#dff1f2',
    );
  }
  for (const x of [430, 800, 1010]) {
    scene.line(x, 0, x, 150, '#2d2a28', 3);
    scene.path(`M${x - 54} 200Q${x - 46} 150 ${x} 146Q${x + 46} 150 ${x + 54} 200Z`, '#33504e');
    scene.ellipse(x, 200, 54, 7, '#fff1c2');
  }
  crown(scene, 60, 620, 100, 170, { dark: '#2f5b3c', light: '#9cc05c', sun: 1, count: 60 });
  scene.poly(
    [
      [10, 780],
      [120, 780],
      [104, 910],
      [26, 910],
    ],
    '#c2703f',
  );
  scene.glow(700, 360, 640, '#fff3cc', 0.4);
  return scene;
};

export const bankCounter = (): Scene => {
  const scene = new Scene('bank-counter');
  scene.rect(0, 0, 1600, 1067, scene.linear(['#d9e4df', '#a9c3bd']));
  for (let x = 0; x < 1600; x += 160) scene.rect(x, 0, 3, 640, '#8fb0aa', 0.6);
  for (const x of [200, 640, 1080, 1500]) {
    scene.rect(x - 110, 30, 220, 14, '#fffdf0', 1, 7);
    scene.glow(x, 40, 320, '#fffbe0', 0.6);
  }
  scene.rect(0, 690, 1600, 380, scene.linear(['#cfc8b8', '#8d8f8c']));
  for (let at = 0; at < 3; at += 1) {
    const x = 190 + at * 480;
    scene.rect(x - 60, 150, 300, 110, '#17352f', 1, 12);
    scene.rect(x - 50, 160, 280, 90, '#0c1f1b', 1, 8);
    const digits =
      [
        [0, 3, 6],
        [1, 0, 7],
        [2, 4, 1],
      ][at] ?? [];
    digits.forEach((digit, place) => {
      const on = ['abcdef', 'bc', 'abged', 'abgcd', 'fgbc', 'afgcd', 'afgedc', 'abc'][digit] ?? '';
      const px = x - 6 + place * 74;
      const bars = {
        a: 'M4 0H36',
        b: 'M40 4V28',
        c: 'M40 36V60',
        d: 'M4 64H36',
        e: 'M0 36V60',
        f: 'M0 4V28',
        g: 'M4 32H36',
      };
      scene.group(`transform="translate(${px} 173)"`, () =>
        Object.entries(bars).forEach(([bar, d]) =>
          scene.stroke(d, on.includes(bar) ? '#ff6a3d' : '#17332c', 7),
        ),
      );
    });
    scene.glow(x + 90, 205, 170, '#ff7a4a', 0.35);
    person(scene, x + 90, 900, 520, {
      pose: 'type',
      view: 'front',
      look: clothes(scene, { top: '#2f7a68', longHair: at !== 1, skin: '#d3a27c' }),
    });
    scene.rect(x + 150, 520, 130, 96, '#2b3a3c', 1, 6);
    scene.rect(x + 205, 610, 20, 40, '#2b3a3c');
    if (at < 2) scene.rect(x + 310, 330, 14, 330, '#6f8f88');
    scene.rect(
      x - 120,
      340,
      420,
      290,
      scene.linear(['#ffffff 0 0.32', '#d5efe9 50 0.08', '#ffffff 100 0.25'], 1, 0.6),
    );
  }
  scene.rect(0, 640, 1600, 22, '#f3efe4');
  scene.rect(0, 662, 1600, 250, scene.linear(['#2f7464', '#1d4a42']));
  for (let x = 0; x < 1600; x += 40) scene.rect(x, 680, 22, 220, '#3b8472', 0.5);
  scene.rect(0, 905, 1600, 14, '#b9964f');
  const rim = '#fff4d8';
  person(scene, 330, 1050, 600, {
    pose: 'stand',
    view: 'back',
    look: clothes(scene, { top: '#c8553d', longHair: true }),
    rim,
    shadow: 0.5,
  });
  person(scene, 800, 1060, 630, {
    pose: 'folded',
    view: 'back',
    look: clothes(scene, { top: '#37506b' }),
    rim,
    shadow: 0.5,
  });
  person(scene, 1150, 1060, 600, {
    pose: 'stroll',
    facing: 1,
    look: clothes(scene, { top: '#e4cf9c', longHair: true, dress: '#80506a' }),
    rim,
    shadow: 0.5,
  });
  crown(scene, 1520, 760, 90, 180, { dark: '#285540', light: '#8fc06c', count: 60 });
  scene.poly(
    [
      [1460, 900],
      [1580, 900],
      [1566, 1040],
      [1474, 1040],
    ],
    '#efe6d2',
  );
  return scene;
};
