/** Evenings and errands: the old quarter, the night market, the bus. */
import { clothes, dark, person } from './figures.ts';
import { tree } from './plants.ts';
import { darker, lighter, mix, Scene } from './scene.ts';
import { building, lantern, motorbike, streetLamp } from './things.ts';
import { View } from './view.ts';

export const oldQuarter = (): Scene => {
  const scene = new Scene('old-quarter');
  scene.sky(['#6fa3bf', '#bfd6cf 40', '#fbe3b4 62']);
  scene.clouds(0, 300, '#fff6e2', '#b9c6c2', 0.53, 0.6);
  const view = new View(scene, 520, 1.7, 950, 950);
  view.floor(-7, 7, 1.5, 90, scene.linear(['#d8bd8e', '#a98f6c 40', '#7b6a55']));
  scene.texture(0, 560, 1600, 507, {
    color: '#5c4a38',
    fx: 0.02,
    fy: 0.12,
    cut: 0.52,
    opacity: 0.4,
    fade: 'bottom',
  });
  const walls = ['#e3a93c', '#d99532', '#efc25c', '#c9853a', '#e8b964', '#d3a24e'];
  for (let z = 62; z >= 0.3; z -= 5.6) {
    for (const way of [-1, 1]) {
      const lit = way > 0;
      const wall = mix(
        mix(scene.pick(walls), lit ? '#fff0c0' : '#6b4a44', lit ? 0.15 : 0.38),
        '#f3dcae',
        Math.min(0.6, z / 90),
      );
      const high = scene.between(4.6, 6.4);
      view.side(way * 5, 0, high, z, z + 5.5, wall);
      view.side(way * 4.97, 0, 2.3, z + 0.6, z + 4.9, darker(wall, 0.72));
      for (let door = 0; door < 4; door += 1)
        view.side(way * 4.95, 0, 2.2, z + 0.7 + door * 1.1, z + 1 + door * 1.1, lit ? '#7a4a2c' : '#4a3027');
      view.side(
        way * 4.93,
        0.05,
        0.85,
        z + 1.1,
        z + 4.4,
        scene.pick(['#a8543a', '#4f7d78', '#c9bfa2', '#7d8b4f']),
      );
      for (const at of [1, 3.3]) {
        view.side(way * 4.96, 3.1, 4.3, z + at, z + at + 1.2, '#4d6b5c');
        view.side(way * 4.94, 3.1, 4.3, z + at + 0.55, z + at + 0.65, wall);
      }
      const roof = mix(lit ? '#a4583a' : '#6e4036', '#d9b08a', Math.min(0.5, z / 100));
      view.face(
        [
          [way * 4.1, 2.5, z],
          [way * 5, 3, z],
          [way * 5, 3, z + 5.5],
          [way * 4.1, 2.5, z + 5.5],
        ],
        darker(roof, 0.15),
      );
      view.face(
        [
          [way * 4.5, high - 0.25, z],
          [way * 5, high + 0.15, z],
          [way * 5, high + 0.15, z + 5.5],
          [way * 4.5, high - 0.25, z + 5.5],
        ],
        darker(roof, 0.35),
      );
      view.side(way * 4.5, high - 0.25, high + 0.3, z - 0.1, z + 5.6, roof);
    }
  }
  view.floor(-5, 0.6, 1.5, 70, '#4a3550', 0.32, 0.01);
  for (let z = 34; z > 5; z -= 5) {
    const [ax, ay] = view.at(-4.6, 4.5, z);
    const [bx] = view.at(4.6, 4.5, z);
    scene.stroke(`M${ax} ${ay}Q${(ax + bx) / 2} ${ay + view.size(z) * 0.7} ${bx} ${ay}`, '#4d3a2c', 1.6);
    for (let at = 1; at < 6; at += 1) {
      const part = at / 6;
      const sag = 4 * part * (1 - part) * view.size(z) * 0.35;
      lantern(
        scene,
        ax + (bx - ax) * part,
        ay + sag + view.size(z) * 0.25,
        view.size(z) * 0.23,
        scene.pick(['#d8402f', '#e5a02c', '#cf5f7c', '#3f8f7c', '#e87b35']),
        0,
      );
    }
  }
  for (const [x, z, pose, back] of [
    [-1, 26, 'walk', true],
    [1.6, 20, 'stroll', false],
    [-2.4, 15, 'stand', false],
    [2.6, 12, 'walk', true],
    [-0.7, 9, 'stroll', true],
    [-3.1, 6, 'walk', true],
    [-2.2, 5.6, 'stroll', true],
  ] as const) {
    const [sx, sy] = view.at(x, 0, z);
    const tall = view.size(z) * 1.6;
    scene.poly(
      [
        [sx, sy],
        [sx + tall * 0.1, sy],
        [sx - tall * 0.8, sy + tall * 0.16],
        [sx - tall * 0.95, sy + tall * 0.13],
      ],
      '#3a2a3a',
      0.35,
    );
    const silk = z === 9 ? '#e9e2d0' : undefined;
    person(scene, sx, sy, tall, {
      pose,
      view: back ? 'back' : 'front',
      look: clothes(scene, {
        hat: z === 9 || z === 12 ? 'conical' : 'none',
        longHair: true,
        ...(silk ? { top: silk, dress: silk, legs: '#d9d2c2' } : {}),
      }),
      rim: '#ffe6ae',
    });
  }
  const [bx, by] = view.at(3.4, 0, 7.5);
  motorbike(scene, bx, by, 240, '#2f6f7d', -1);
  scene.glow(980, 470, 480, '#ffe0a0', 0.5);
  return scene;
};

export const nightMarket = (): Scene => {
  const scene = new Scene('night-market');
  scene.sky(['#0b1024', '#1d1c3a 50', '#3a2440']);
  const view = new View(scene, 430, 4.6, 1150, 800);
  view.floor(-40, 40, 4, 120, scene.linear(['#6b4038', '#3b2632 40', '#140e1a']));
  for (const x of [60, 330, 1180, 1420])
    building(scene, x, scene.between(90, 200), 220, 420, {
      wall: '#1a1c36',
      window: '#12142a',
      lit: '#ffca7a',
      litPart: 0.35,
      columns: 6,
      rows: 11,
    });
  const goods = ['#d24d37', '#e0a13a', '#7fa64b', '#d9d0b4', '#c76f92', '#58939a'];
  for (let z = 58; z >= 7; z -= 4.6) {
    for (const way of [-1, 1]) {
      const x0 = way > 0 ? 3.4 : -7.4;
      const color = mix(
        scene.pick(['#b8352f', '#d98a2b', '#21708a', '#e3d7bd', '#3f7d55']),
        '#5b3440',
        Math.min(0.6, z / 80),
      );
      view.front(x0, x0 + 4, 0, 2.4, z + 3.4, '#ffb65c', 0.6);
      view.box(x0 + (way > 0 ? 0 : 0.4), x0 + 3.6, 0, 0.9, z + 0.6, z + 3, '#5b3327');
      for (let at = 0; at < 12; at += 1) {
        const [gx, gy] = view.at(x0 + scene.between(0.6, 3.3), 0.95, z + scene.between(0.8, 2.8));
        scene.ellipse(gx, gy, view.size(z) * 0.22, view.size(z) * 0.13, scene.pick(goods));
      }
      const [kx, ky] = view.at(x0 + 2, 0.1, z + 3);
      person(scene, kx, ky, view.size(z + 3) * 1.6, {
        pose: 'work',
        view: 'front',
        look: clothes(scene, { hat: scene.pick(['cap', 'none', 'conical'] as const) }),
      });
      view.face(
        [
          [x0 - 0.3, 2.5, z],
          [x0 + 4.3, 2.5, z],
          [x0 + 4.3, 3.2, z + 2.6],
          [x0 - 0.3, 3.2, z + 2.6],
        ],
        color,
      );
      view.front(x0 - 0.3, x0 + 4.3, 2.2, 2.5, z, lighter(color, 0.2));
      for (const at of [0.9, 2.9]) {
        const [lx, ly] = view.at(x0 + at, 2.1, z);
        scene.circle(lx, ly, view.size(z) * 0.09, '#fff3cf');
        scene.glow(lx, ly, view.size(z) * 1.7, '#ffae52', 0.75);
      }
    }
    for (let at = 0; at < 7; at += 1) {
      const [sx, sy] = view.at(scene.between(-2.9, 2.9), 0, z + scene.between(0, 4));
      const tall = view.size(z + 1) * scene.between(1.45, 1.7);
      scene.shade(sx, sy, tall * 0.25, tall * 0.07, 0.6);
      const color = mix('#1a1220', '#7a4a3c', Math.min(0.6, z / 70));
      person(scene, sx, sy, tall, {
        pose: scene.pick(['walk', 'stand', 'stroll', 'wide'] as const),
        view: scene.pick(['back', 'front', 'back'] as const),
        look: dark(color, { top: mix(color, scene.pick(goods), 0.45), longHair: scene.chance(0.5) }),
        rim: '#ffb066',
      });
    }
  }
  for (let row = 0; row < 3; row += 1) {
    const ly = 330 - row * 110;
    scene.stroke(`M0 ${ly - 60}Q800 ${ly + 60} 1600 ${ly - 60}`, '#2a1a20', 2);
    for (let at = 0; at <= 16 - row * 3; at += 1) {
      const part = at / (16 - row * 3);
      const [bx, by] = [part * 1600, ly - 60 + 4 * part * (1 - part) * 60];
      scene.circle(bx, by + 8, 5 + row * 2, '#ffe6ac');
      scene.glow(bx, by + 8, 34 + row * 12, '#ffb45c', 0.7);
    }
  }
  return scene;
};

export const busStop = (): Scene => {
  const scene = new Scene('bus-stop');
  scene.sky(['#18305a', '#4a6690 40', '#e29a7b 75', '#f6c28a']);
  for (let x = -30; x < 1600; x += 185)
    building(scene, x, scene.between(120, 330), 175, 560, {
      wall: mix('#3f4f72', '#6b5a74', scene.random()),
      window: '#2c3858',
      lit: '#ffd58e',
      litPart: 0.42,
      columns: 6,
      rows: 12,
    });
  scene.mist(480, 240, '#d79a86', 0.45);
  for (const x of [120, 560, 1480])
    tree(scene, x, 740, 430, { dark: '#1e2f3a', light: '#4f6a52', sun: 1 }, '#2a2630');
  scene.rect(0, 735, 1600, 340, scene.linear(['#6b6474', '#3b3c4c 45', '#23242f']));
  scene.rect(0, 735, 1600, 14, '#9a8f92');
  scene.reflect(
    868,
    () => {
      scene.rect(330, 430, 1130, 425, scene.linear(['#37a088', '#2a8273 45', '#1d5d58']), 1, 36);
      scene.rect(330, 700, 1130, 54, '#e9eee0');
      scene.rect(352, 478, 1086, 190, '#14242e', 1, 20);
      for (let x = 366; x < 1400; x += 178) {
        scene.rect(x, 488, 164, 170, scene.linear(['#ffe9b6', '#e7b877'], 1, 1), 0.9, 10);
        for (const at of [44, 112]) {
          scene.ellipse(x + at, 596, 17, 22, '#3b2f33');
          scene.rect(x + at - 32, 618, 64, 42, scene.pick(['#6b4a55', '#3f5c74', '#8a5f45']), 1, 14);
        }
      }
      scene.rect(880, 480, 148, 360, '#16303a', 1, 8);
      for (const x of [890, 958]) scene.rect(x, 492, 60, 336, '#f3c987', 0.75, 4);
      scene.rect(440, 400, 380, 34, '#25705f', 1, 12);
      scene.rect(1370, 490, 92, 170, '#20343e', 1, 14);
      for (const x of [520, 1260]) {
        scene.circle(x, 850, 66, '#14161c');
        scene.circle(x, 850, 36, '#8d949b');
        scene.circle(x, 850, 13, '#3b4046');
      }
      scene.circle(1440, 740, 19, '#fffbe4');
    },
    0.28,
    20,
  );
  scene.glow(1440, 740, 200, '#fff2c0', 0.85);
  scene.glow(950, 660, 480, '#ffcb84', 0.3);
  scene.rect(0, 915, 1600, 152, scene.linear(['#8d8288', '#57525e']));
  scene.rect(0, 915, 1600, 10, '#c9bfb6');
  scene.rect(70, 380, 520, 16, '#27303c');
  scene.rect(90, 396, 12, 590, '#313b47');
  scene.rect(556, 396, 12, 590, '#313b47');
  scene.rect(102, 420, 454, 380, '#cfe6e2', 0.16);
  scene.rect(150, 878, 360, 18, '#a9744a');
  for (const x of [180, 470]) scene.rect(x, 894, 10, 90, '#313b47');
  const rim = '#ffd9a0';
  person(scene, 240, 985, 340, {
    pose: 'sit',
    facing: 1,
    look: clothes(scene, { longHair: true, top: '#d86b4a' }),
    rim,
  });
  person(scene, 420, 985, 340, { pose: 'sit', facing: 1, look: clothes(scene, { top: '#c9cfd4' }), rim });
  person(scene, 680, 1010, 372, {
    pose: 'stand',
    view: 'back',
    look: clothes(scene, { longHair: true, top: '#e4d6bc', dress: '#8a4f5f' }),
    rim,
  });
  person(scene, 800, 1000, 360, { pose: 'stroll', facing: 1, look: clothes(scene, { top: '#37597a' }), rim });
  person(scene, 1130, 1020, 300, {
    pose: 'stand',
    view: 'back',
    look: clothes(scene, { top: '#e2b04a' }),
    rim,
  });
  person(scene, 1210, 1024, 378, {
    pose: 'wide',
    view: 'back',
    look: clothes(scene, { top: '#54705c' }),
    rim,
  });
  streetLamp(scene, 1540, 990, 720, '#ffdf9c', -1);
  return scene;
};
