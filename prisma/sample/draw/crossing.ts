/** Crossing the river: on the new bridge and on the old ferry. */
import { clothes, dark, person } from './figures.ts';
import { palm, thicket } from './plants.ts';
import { darker, lighter, mix, Scene } from './scene.ts';
import { flag, motorbike } from './things.ts';
import { View } from './view.ts';

export const bridgeWalkers = (): Scene => {
  const scene = new Scene('bridge-walkers');
  const y = 600;
  scene.sky(['#34618f', '#7eaac2 45', '#f5cf9d 85', '#fde3b5']);
  scene.clouds(30, 480, '#fff0d6', '#8ba6b8', 0.52, 0.75);
  scene.sun(800, 545, 34, '#fff8e0', '#ffd08a');
  scene.hills(600, 30, '#8da0a6', 3, 640);
  const view = new View(scene, y, 1.75, 1150, 800);
  view.floor(-9, 9, 2.2, 600, scene.linear(['#c9a987', '#75716f 25', '#3d434c']));
  for (const x of [-0.12, 3.4, -3.6])
    for (let z = 5; z < 120; z += 7) view.floor(x, x + 0.22, z, z + 3.6, '#f3e6c8', 0.75, 0.01);
  for (const side of [-9, 9]) {
    view.side(side, 0, 0.5, 2, 300, '#5b5d63');
    for (let z = 3; z < 90; z += 2.2) view.line([side, 0.5, z], [side, 1.35, z], '#4a4e57', 0.06);
    for (const h of [0.95, 1.35]) view.line([side, h, 2], [side, h, 300], '#4a4e57', 0.07);
  }
  const pylon = (z: number, color: string): void => {
    for (const way of [-1, 1]) {
      view.face(
        [
          [way * 10.6, -2, z],
          [way * 12.2, -2, z],
          [way * 2, 52, z],
          [way * 0.4, 52, z],
        ],
        way < 0 ? lighter(color, 0.1) : color,
      );
      for (let stay = 0; stay < 13; stay += 1) {
        for (const dir of [-1, 1]) {
          const end = z + dir * (8 + stay * 7);
          if (end > 2.5)
            view.line([way * 0.8, 46 + stay * 1.4, z], [way * 9.3, 1, end], lighter(color, 0.3), 0.06, 0.6);
        }
      }
    }
    view.front(-1.9, 1.9, 50, 74, z, color);
    view.front(-8.6, 8.6, 20, 22, z, darker(color, 0.1));
  };
  pylon(210, '#a99f9c');
  pylon(72, '#74727e');
  for (let z = 66; z > 4.2; z -= z < 12 ? 0.62 : 1.15) {
    const x = scene.between(-7.6, 7.6) * Math.min(1, z / 11);
    const [sx, sy] = view.at(x, 0, z);
    const tall = view.size(z) * scene.between(1.5, 1.72);
    const color = mix('#23273a', '#a98f84', Math.min(0.8, z / 80));
    scene.poly(
      [
        [sx - tall * 0.08, sy],
        [sx + tall * 0.08, sy],
        [sx + (sx - 800) * 0.25 + tall * 0.2, sy + tall * 0.55],
        [sx + (sx - 800) * 0.25 - tall * 0.2, sy + tall * 0.55],
      ],
      '#1d2130',
      0.28,
    );
    const look = dark(color, {
      top: mix(color, scene.pick(['#c5402f', '#e8d9bd', '#3f6f96', '#d9a441']), z < 30 ? 0.45 : 0.2),
      longHair: scene.chance(0.4),
    });
    person(scene, sx, sy, tall, {
      pose: scene.pick(['walk', 'stroll', 'wide', 'wave'] as const),
      view: 'back',
      look,
      rim: '#ffdba6',
    });
    if (scene.chance(0.34))
      flag(
        scene,
        sx + tall * 0.2,
        sy - tall * 0.5,
        tall * 1.05,
        mix('#d2261f', color, Math.min(0.6, z / 100)),
        true,
        scene.pick([1, -1]),
      );
  }
  scene.glow(800, 560, 520, '#ffcf8a', 0.55);
  return scene;
};

export const ferry = (): Scene => {
  const scene = new Scene('ferry');
  const y = 430;
  scene.sky(['#87b3c4', '#cfdfd6 60', '#f3e8cd'], y);
  scene.clouds(10, 400, '#ffffff', '#a8bcc2', 0.5, 0.8);
  scene.hills(418, 30, '#a9bfb8', 3, y);
  thicket(scene, -20, y + 8, 1640, 44, '#6f9380');
  for (let x = 60; x < 1600; x += scene.between(90, 210))
    palm(scene, x, y, scene.between(60, 105), '#5c8271', scene.between(-0.2, 0.2));
  scene.water(y, ['#c4cdb6', '#9a9a72 30', '#5f6548'], '#f4efd0', '#55583a', 0.6);
  scene.reflect(
    800,
    () => {
      scene.rect(330, 470, 940, 20, '#e9e4d3');
      scene.rect(330, 486, 940, 8, '#3a6c86');
      for (const x of [370, 640, 930, 1220]) scene.rect(x, 490, 12, 240, '#e4dfd0');
      scene.rect(700, 380, 200, 92, '#f2ecdb');
      scene.rect(686, 368, 228, 16, '#2f6a8c');
      for (const x of [716, 776, 836]) scene.rect(x, 398, 48, 40, '#2a4553');
      scene.line(800, 370, 800, 270, '#4a4e50', 5);
      flag(scene, 800, 372, 108, '#cf2a22');
      scene.rect(330, 494, 940, 210, '#2b3a3c', 0.28);
      const colors = ['#a8352c', '#2b5c86', '#d8d4c8', '#33373f', '#3f7a66', '#b98030'];
      for (let x = 330; x < 1280; x += 104)
        motorbike(
          scene,
          x,
          700,
          170,
          scene.pick(colors),
          1,
          scene.chance(0.6) ? clothes(scene, { hat: 'helmet', hatColor: scene.pick(colors) }) : undefined,
        );
      for (let x = 300; x < 1300; x += scene.between(70, 130))
        person(scene, x, 735, scene.between(160, 176), {
          pose: scene.pick(['stand', 'folded', 'wide'] as const),
          view: scene.pick(['side', 'front', 'back'] as const),
          facing: 1,
          look: clothes(scene, {
            hat: scene.pick(['conical', 'none', 'helmet', 'none'] as const),
            longHair: scene.chance(0.4),
          }),
        });
      scene.stroke('M268 650H1332M268 680H1332', '#d9d5c6', 5);
      for (let x = 268; x <= 1332; x += 76) scene.line(x, 640, x, 730, '#d9d5c6', 5);
      scene.path(
        'M170 700L250 722H1350L1440 690L1380 800Q1370 812 1350 812H240Q225 812 220 800Z',
        scene.linear(['#3d6a7d', '#28495a 40', '#7b3a2e 75', '#52281f']),
      );
      scene.rect(232, 722, 1130, 9, '#e6dfc8');
      for (const x of [420, 700, 980, 1230])
        scene.add(`<circle cx="${x}" cy="768" r="22" fill="none" stroke="#16181a" stroke-width="13"/>`);
    },
    0.45,
    40,
  );
  scene.path('M170 812Q800 790 1400 810L1560 836Q800 812 60 842Z', '#f6f2dc', 0.35);
  return scene;
};
