/** Public meetings: the council hall and the press room. */
import { clothes, dark, person } from './figures.ts';
import { crown } from './plants.ts';
import { Scene } from './scene.ts';
import { crowd } from './things.ts';

export const councilHall = (): Scene => {
  const scene = new Scene('council-hall');
  scene.rect(0, 0, 1600, 1067, scene.linear(['#3a241f', '#8d5a3b 50', '#3b221d']));
  for (let x = 0; x < 1600; x += 80)
    scene.rect(x, 60, 74, 560, scene.linear(['#a9744a', '#744628'], 1, 0), 0.8);
  scene.rect(430, 60, 740, 520, scene.linear(['#b3201f', '#8a1618']));
  for (let x = 430; x < 1170; x += 37)
    scene.rect(x, 60, 20, 520, scene.linear(['#5d0c12 0 0.6', '#d83a30 50 0.5', '#5d0c12 100 0.6'], 1, 0));
  scene.rect(380, 30, 840, 44, scene.linear(['#d6392e', '#7d1216']));
  for (let x = 380; x < 1220; x += 84) scene.path(`M${x} 70Q${x + 42} 140 ${x + 84} 70Z`, '#a31b1c');
  scene.ellipse(800, 300, 92, 92, '#e0b445');
  scene.ellipse(800, 300, 78, 78, '#b3201f');
  const star = Array.from(
    { length: 10 },
    (_, at) =>
      [
        800 + Math.sin((at * Math.PI) / 5) * (at % 2 ? 24 : 62),
        300 - Math.cos((at * Math.PI) / 5) * (at % 2 ? 24 : 62),
      ] as const,
  );
  scene.poly(star, '#f4cf4a');
  scene.rect(220, 570, 1160, 60, scene.linear(['#6b3d25', '#3d2118']));
  scene.rect(220, 562, 1160, 12, '#b27a4c');
  for (let at = 0; at < 5; at += 1)
    person(scene, 920 + at * 82, 690, 210, {
      pose: 'type',
      view: 'front',
      look: clothes(scene, { top: scene.pick(['#e9e4d8', '#2b3444', '#39485c']) }),
    });
  scene.rect(880, 560, 450, 74, scene.linear(['#8f5a36', '#55301f']));
  for (let at = 0; at < 5; at += 1)
    crown(scene, 925 + at * 90, 556, 18, 12, { dark: '#9a4a55', light: '#f4c9a0', count: 10 });
  person(scene, 480, 700, 250, {
    pose: 'work',
    view: 'front',
    look: clothes(scene, { top: '#232b3b', legs: '#232b3b' }),
  });
  scene.poly(
    [
      [405, 520],
      [555, 520],
      [535, 650],
      [425, 650],
    ],
    scene.linear(['#a56a3f', '#5c321f']),
  );
  scene.rect(396, 510, 168, 14, '#c98f5a');
  scene.stroke('M500 512Q505 480 490 462', '#1c1c1f', 4);
  for (const x of [260, 800, 1340]) {
    scene.ellipse(x, 12, 130, 10, '#fff1c9');
    scene.glow(x, 30, 380, '#ffd796', 0.55);
  }
  scene.rect(0, 630, 1600, 440, scene.linear(['#5a2f22', '#24130f']));
  for (let row = 0; row < 5; row += 1) {
    const s = 56 * 1.32 ** row;
    const y = 690 + (1.32 ** row - 1) * 175;
    const gap = s * 1.75;
    scene.rect(0, y + s * 0.2, 1600, s * 0.5, scene.linear(['#6e3f28', '#2c1711']));
    for (let x = ((row % 2) * gap) / 2 - gap / 2; x < 1600 + gap; x += gap) {
      if (Math.abs(x - 800) < s * 0.9) continue;
      if (scene.chance(0.9))
        person(scene, x, y + s * 3.4, s * 4.2, {
          pose: 'stand',
          view: 'back',
          look: clothes(scene, {
            top: scene.pick(['#242c3a', '#ddd8cb', '#39434f', '#5b6470', '#7a3f45']),
            skin: '#8d6549',
            longHair: scene.chance(0.35),
          }),
          rim: '#e0985f',
        });
      scene.rect(
        x - s * 0.6,
        y + s * 0.62,
        s * 1.2,
        s * 2,
        scene.linear(['#9a2f2b', '#4a1416']),
        1,
        s * 0.22,
      );
    }
  }
  return scene;
};

export const pressRoom = (): Scene => {
  const scene = new Scene('press-room');
  scene.rect(0, 0, 1600, 1067, scene.linear(['#16344a', '#3f7488 50', '#16293a'], 1, 0.3));
  for (let x = 40; x < 1600; x += 220) scene.rect(x, 0, 110, 640, '#8fc3c8', 0.06);
  scene.glow(800, 320, 640, '#9fd8d6', 0.55);
  const ink = '#0d1a26';
  const who = [
    [430, { hat: 'none' }],
    [800, { longHair: true }],
    [1170, { hat: 'none' }],
  ] as const;
  for (const [x, more] of who)
    person(scene, x, 1290, 960, {
      pose: x === 800 ? 'folded' : 'wide',
      view: 'front',
      look: dark(ink, { ...more, top: x === 800 ? '#13283a' : ink }),
      rim: '#a9dcd8',
    });
  for (const x of [430, 1170]) {
    scene.poly(
      [
        [x - 46, 510],
        [x + 46, 510],
        [x, 690],
      ],
      '#3f7488',
    );
    scene.poly(
      [
        [x - 11, 522],
        [x + 11, 522],
        [x + 16, 650],
        [x, 676],
        [x - 16, 650],
      ],
      x < 800 ? '#8f3a34' : '#1d3550',
    );
    scene.poly(
      [
        [x - 52, 500],
        [x - 18, 500],
        [x, 560],
        [x - 30, 590],
      ],
      '#16283a',
    );
    scene.poly(
      [
        [x + 52, 500],
        [x + 18, 500],
        [x, 560],
        [x + 30, 590],
      ],
      '#16283a',
    );
  }
  scene.rect(0, 760, 1600, 320, scene.linear(['#7a4c31', '#3d241b']));
  scene.rect(0, 744, 1600, 24, '#b98257');
  for (const x of [430, 800, 1170]) {
    scene.poly(
      [
        [x - 90, 744],
        [x + 90, 744],
        [x + 78, 690],
        [x - 78, 690],
      ],
      '#efe9da',
    );
    scene.rect(x - 50, 712, 100, 6, '#7d8790', 0.6);
    scene.rect(x + 120, 664, 26, 82, '#bfe3e6', 0.6, 6);
    scene.rect(x + 120, 660, 26, 12, '#2f6f9a', 1, 3);
  }
  const colors = ['#c7352c', '#2d6fa3', '#d9952b', '#3d8a5c', '#24262c', '#7b4c8f'];
  for (let at = 0; at < 11; at += 1) {
    const x = 545 + at * 51;
    const top = 590 - Math.sin((at / 10) * Math.PI) * 60 + scene.between(-14, 14);
    const tip = x + (800 - x) * 0.22;
    scene.stroke(`M${x} 752Q${x} 660 ${tip} ${top}`, '#14171d', 8);
    scene.ellipse(tip, top - 12, 17, 25, '#2a2d34');
    scene.ellipse(tip - 5, top - 18, 6, 10, '#8d98a3', 0.7);
    scene.rect(tip - 21, top + 8, 42, 30, scene.pick(colors), 1, 4);
  }
  scene.group(scene.blur(7), () => {
    crowd(scene, 1000, 130, '#070c13', 1, 0.05);
    scene.rect(180, 880, 150, 110, '#090d14', 1, 14);
    scene.circle(255, 930, 44, '#1d2833');
    scene.rect(1260, 890, 170, 110, '#090d14', 1, 14);
    scene.circle(1345, 940, 46, '#1d2833');
  });
  scene.glow(255, 930, 70, '#8fd0ff', 0.6);
  return scene;
};
