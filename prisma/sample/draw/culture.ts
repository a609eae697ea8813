/** The museum and the theatre. */
import { clothes, dark, person } from './figures.ts';
import { darker, num, Scene } from './scene.ts';
import { crowd } from './things.ts';
import { View } from './view.ts';

export const museum = (): Scene => {
  const scene = new Scene('museum');
  scene.rect(0, 0, 1600, 1067, '#241d1c');
  const view = new View(scene, 560, 1.6, 900, 800);
  view.front(-9, 9, 0, 7, 16, scene.linear(['#4d3a30', '#8d6a4a']));
  view.side(-9, 0, 7, 3, 16, '#3a2c28');
  view.side(9, 0, 7, 3, 16, '#46342c');
  view.face(
    [
      [-9, 7, 3],
      [9, 7, 3],
      [9, 7, 16],
      [-9, 7, 16],
    ],
    '#1d1716',
  );
  view.floor(-12, 12, 2, 16, scene.linear(['#a8784c', '#5a3d2e 45', '#2b1d1a']));
  for (const x of [-6, 0, 6]) {
    view.front(x - 1.7, x + 1.7, 1.7, 5, 15.95, '#2b201c');
    view.front(
      x - 1.55,
      x + 1.55,
      1.85,
      4.85,
      15.9,
      scene.linear(x === 0 ? ['#d9b77c', '#7a9a94'] : ['#c9a06c', '#5c6b5c']),
    );
    view.front(x - 1.55, x + 1.55, 1.85, 2.7, 15.88, x === 0 ? '#3f6b72' : '#6b5138');
  }
  for (const [x, color] of [
    [-7.6, '#7a5a44'],
    [7.6, '#7a5a44'],
  ] as const)
    for (const z of [6, 9.6, 13]) {
      view.box(x - 0.6, x + 0.6, 0, 1, z, z + 1, color);
      const [jx, jy] = view.at(x, 1, z + 0.4);
      const s = view.size(z);
      scene.path(
        `M${num(jx - s * 0.16)} ${num(jy)}Q${num(jx - s * 0.46)} ${num(jy - s * 0.46)} ${num(jx - s * 0.14)} ${num(jy - s * 0.8)}H${num(jx + s * 0.14)}Q${num(jx + s * 0.46)} ${num(jy - s * 0.46)} ${num(jx + s * 0.16)} ${num(jy)}Z`,
        scene.linear(['#c9cdb4', '#5f7f80'], 1, 0),
      );
      view.front(x - 0.55, x + 0.55, 1, 2.3, z, '#dff1ee', 0.12);
      scene.glow(jx, jy - s * 0.5, s * 1.5, '#ffdca0', 0.5);
    }
  for (const x of [400, 800, 1200]) {
    scene.group('style="mix-blend-mode:screen"', () =>
      scene.group(scene.blur(16), () =>
        scene.poly(
          [
            [x - 14, 30],
            [x + 14, 30],
            [x + 240, 780],
            [x - 240, 780],
          ],
          scene.linear(['#ffe2ac 0 0.4', '#ffe2ac 100 0']),
        ),
      ),
    );
    scene.rect(x - 18, 10, 36, 40, '#0f0c0c');
  }
  scene.ellipse(800, 800, 660, 60, scene.radial(['#ffdfa4 0 0.75', '#ffdfa4 100 0']));
  scene.poly(
    [
      [240, 812],
      [1360, 812],
      [1420, 860],
      [180, 860],
    ],
    '#3d2a22',
  );
  scene.rect(180, 860, 1240, 44, '#2a1c18');
  for (const x of [430, 700, 960, 1190])
    scene.poly(
      [
        [x - 40, 815],
        [x + 40, 815],
        [x + 22, 735],
        [x - 22, 735],
      ],
      '#4a3226',
    );
  const hull =
    'M200 500Q330 640 520 650H1080Q1290 640 1420 460L1440 474Q1370 720 1120 768Q800 800 480 768Q270 730 184 516Z';
  scene.path(hull, scene.linear(['#b9814e', '#7a4b2c 50', '#3b2419']));
  for (let plank = 0; plank < 5; plank += 1)
    scene.stroke(
      `M${232 + plank * 22} ${560 + plank * 40}Q${360 + plank * 14} ${660 + plank * 22} 540 ${672 + plank * 22}H1070Q${1280 - plank * 20} ${650 + plank * 22} ${1404 - plank * 26} ${530 + plank * 42}`,
      '#2f1d14',
      3,
      0.7,
    );
  scene.stroke('M200 500Q330 640 520 650H1080Q1290 640 1420 460', '#e0ab70', 8);
  for (let rib = 0; rib < 12; rib += 1) scene.line(520 + rib * 50, 650, 520 + rib * 50, 632, '#8d5c36', 12);
  scene.circle(1310, 600, 24, '#f0e3c4');
  scene.circle(1316, 600, 11, '#1a1412');
  scene.line(700, 650, 690, 190, '#7a4f30', 18);
  scene.line(990, 650, 985, 270, '#7a4f30', 14);
  scene.path('M694 210Q900 260 940 420Q920 540 700 590Q760 400 694 210Z', '#b9653c', 0.95);
  for (let at = 0; at < 5; at += 1)
    scene.stroke(
      `M${696 + at * 4} ${270 + at * 66}Q${820} ${290 + at * 62} ${910 - Math.abs(at - 2) * 12} ${350 + at * 44}`,
      '#6b3522',
      3,
      0.7,
    );
  scene.path('M988 290Q1130 330 1150 440Q1120 540 992 570Q1040 430 988 290Z', '#a8572f', 0.95);
  scene.stroke('M690 190L230 520M690 190L985 270M985 270L1400 480', '#c9a878', 2.5, 0.8);
  scene.stroke('M120 930Q260 970 400 930T680 930T960 930T1240 930T1500 930', '#a83a30', 7);
  for (const x of [120, 400, 680, 960, 1240, 1500]) scene.rect(x - 5, 900, 10, 100, '#c9a04d');
  for (const [x, g, t, view2, more] of [
    [300, 1060, 400, 'back', { longHair: true, top: '#a8473c' }],
    [410, 1050, 260, 'back', { top: '#d9a441' }],
    [820, 1075, 430, 'back', { top: '#35506b' }],
    [1180, 1060, 410, 'back', { top: '#5c8a6a', longHair: true }],
    [1340, 1066, 425, 'side', { top: '#e3d8c0' }],
  ] as const)
    person(scene, x, g, t, {
      pose: x === 1340 ? 'point' : x === 820 ? 'folded' : 'stand',
      view: view2,
      facing: -1,
      look: clothes(scene, { ...more, skin: '#a8744f' }),
      rim: '#ffd9a0',
    });
  return scene;
};

export const theatreStage = (): Scene => {
  const scene = new Scene('theatre-stage');
  scene.rect(0, 0, 1600, 1067, scene.linear(['#2a0f1d', '#7a2433 55', '#1a0a14']));
  scene.rect(250, 100, 1100, 660, scene.linear(['#1f2f5c', '#6b5a8c 50', '#f0a86c']));
  scene.circle(980, 330, 110, '#ffeec4');
  scene.glow(980, 330, 420, '#ffe0a0', 0.6);
  scene.hills(650, 130, '#5c4a78', 2, 770);
  scene.hills(700, 90, '#453a66', 3, 770);
  scene.poly(
    [
      [430, 560],
      [480, 500],
      [700, 500],
      [750, 560],
    ],
    '#2c2244',
  );
  scene.path('M400 570Q480 552 480 490H700Q700 552 780 570L760 582H420Z', '#221a38');
  for (const x of [470, 590, 710]) scene.rect(x - 9, 570, 18, 190, '#2c2244');
  const drape = (x: number, w: number, way: number): void => {
    for (let fold = 0; fold < 9; fold += 1) {
      const fx = x + way * fold * (w / 9);
      const end = fx + way * (w / 9) * 1.2;
      scene.path(
        `M${num(fx)} 0H${num(end)}Q${num(end + way * 18)} 500 ${num(end - way * fold * 13)} 850H${num(fx - way * fold * 13)}Q${num(fx + way * 12)} 500 ${num(fx)} 0Z`,
        scene.linear(['#5a0d18', '#d03a34 40', '#7d1420 70', '#420811'], 1, 0),
      );
    }
  };
  drape(0, 330, 1);
  drape(1600, 330, -1);
  scene.path(
    `M0 0H1600V110${Array.from({ length: 8 }, (_, at) => `Q${1500 - at * 200} 210 ${1400 - at * 200} 110`).join('')}Z`,
    scene.linear(['#6b0f1a', '#c8342f']),
  );
  scene.stroke(
    `M1600 110${Array.from({ length: 8 }, (_, at) => `Q${1500 - at * 200} 210 ${1400 - at * 200} 110`).join('')}`,
    '#e8b54a',
    8,
  );
  scene.poly(
    [
      [180, 760],
      [1420, 760],
      [1600, 880],
      [0, 880],
    ],
    scene.linear(['#d08a4c', '#7a4528']),
  );
  scene.rect(0, 880, 1600, 34, '#3b1f18');
  for (const [x, to] of [
    [420, 620],
    [1180, 980],
    [800, 800],
  ] as const) {
    scene.group('style="mix-blend-mode:screen"', () =>
      scene.group(scene.blur(12), () =>
        scene.poly(
          [
            [x - 14, 80],
            [x + 14, 80],
            [to + 170, 850],
            [to - 170, 850],
          ],
          scene.linear(['#fff0c4 0 0.55', '#fff0c4 100 0.05']),
        ),
      ),
    );
    scene.ellipse(to, 835, 190, 30, scene.radial(['#fff3cf 0 0.8', '#fff3cf 100 0']));
  }
  const ink = '#1f0f20';
  const rim = '#ffd893';
  for (const [x, t, pose, facing, dress] of [
    [590, 420, 'reach', 1, '#7a1f3c'],
    [980, 430, 'taichi', -1, '#23306b'],
  ] as const) {
    scene.shade(x, 838, 120, 14, 0.7);
    person(scene, x, 838, t, {
      pose,
      facing,
      look: dark(ink, { top: dress, dress: darker(dress, 0.15), longHair: true }),
      rim,
    });
    scene.ellipse(x, 838 - t * 1.0, 30, 12, '#e8b54a');
    scene.circle(x, 838 - t * 1.03, 12, '#f4d98a');
  }
  scene.path('M690 442Q760 400 784 470Q740 480 700 470Z', '#f4c98a');
  for (let rib = 0; rib < 5; rib += 1) scene.line(694, 462, 720 + rib * 16, 424 + rib * 10, '#a8473c', 2);
  for (const [x, facing] of [
    [340, 1],
    [1260, -1],
    [800, 1],
  ] as const) {
    person(scene, x, 850, x === 800 ? 330 : 360, {
      pose: x === 800 ? 'stand' : 'sit',
      facing,
      look: dark(ink, { top: '#4a2a3c', hat: x === 800 ? 'conical' : 'none', hatColor: '#c9a46c' }),
      rim,
    });
    if (x !== 800) {
      scene.ellipse(x + facing * 82, 780, 40, 46, '#8d4a2c');
      scene.ellipse(x + facing * 82, 742, 40, 13, '#f0dcae');
      scene.rect(x - 46, 790, 92, 66, '#3b1f18');
    }
  }
  crowd(scene, 935, 62, '#0f0710', 2, 0.06);
  scene.glow(800, 640, 620, '#ffbf70', 0.3);
  return scene;
};
