/** Schools: the classroom and the yard. */
import { clothes, type Look, person } from './figures.ts';
import { crown } from './plants.ts';
import { num, type Point, Scene } from './scene.ts';
import { flag } from './things.ts';
import { View } from './view.ts';

const uniform = (scene: Scene): Look =>
  clothes(scene, { top: '#f6f4ea', legs: '#27384f', longHair: scene.chance(0.5) });

export const classroom = (): Scene => {
  const scene = new Scene('classroom');
  scene.rect(0, 0, 1600, 1067, scene.linear(['#efe3bd', '#d9c48f']));
  const view = new View(scene, 400, 2, 1000, 900);
  view.floor(-6, 6, 2, 11, scene.linear(['#b98b62', '#7d5a44']));
  view.face(
    [
      [-6, 4.4, 2],
      [6, 4.4, 2],
      [6, 4.4, 11],
      [-6, 4.4, 11],
    ],
    '#f4ecd2',
  );
  view.front(-6, 6, 0, 4.4, 11, scene.linear(['#ead9a6', '#d3b97c']));
  view.side(-6, 0, 4.4, 2, 11, '#dcc68e');
  view.side(6, 0, 4.4, 2, 11, '#bfa671');
  for (let z = 2.4; z < 10; z += 2.2) {
    view.side(-5.98, 1.1, 3.6, z, z + 1.7, scene.linear(['#fdfdf0', '#bfe0d2'], 1, 0.4));
    for (const at of [0, 0.85, 1.66]) view.side(-5.96, 1.1, 3.6, z + at, z + at + 0.06, '#3d7a6c');
    view.side(-5.96, 2.3, 2.38, z, z + 1.7, '#3d7a6c');
    view.floor(-5.4, -2.2, z, z + 1.5, '#fff3c0', 0.3, 0.01);
  }
  view.front(-3.6, 3.6, 1.15, 3.2, 10.95, '#7d5632');
  view.front(-3.5, 3.5, 1.22, 3.12, 10.94, scene.linear(['#24584a', '#1a4238'], 1, 1));
  const [bx, by] = view.at(-3.2, 2.9, 10.9);
  for (let row = 0; row < 4; row += 1)
    scene.stroke(
      `M${num(bx + 10)} ${num(by + row * 32)}q${20 + row * 3} -12 40 0t40 0t40 0t${30 + row * 10} 0`,
      '#eef2e4',
      3,
      0.8,
    );
  scene.stroke(
    `M${num(bx + 420)} ${num(by + 90)}l70 -90l70 90zM${num(bx + 490)} ${num(by)}v90M${num(bx + 330)} ${num(by + 20)}a32 32 0 1 0 1 0`,
    '#f4e6a4',
    3.5,
    0.85,
  );
  scene.rect(view.at(0, 0, 11)[0] - 44, view.at(0, 4, 11)[1] - 6, 88, 56, '#c8322a');
  scene.circle(view.at(0, 0, 11)[0], view.at(0, 4, 11)[1] + 22, 13, '#f4cf4a');
  person(scene, ...view.at(1.7, 0, 10), view.size(10) * 1.75, {
    pose: 'reach',
    facing: -1,
    look: clothes(scene, { top: '#c9566a', dress: '#c9566a', legs: '#f4eee0', longHair: true }),
    shadow: 0.4,
  });
  for (let z = 8.4; z > 2.9; z -= 1.32)
    for (const x of [-3.6, -1.2, 1.2, 3.6]) {
      view.box(x - 0.85, x + 0.85, 0.68, 0.75, z, z + 0.5, '#c08a52');
      for (const leg of [-0.8, 0.8]) view.line([x + leg, 0, z], [x + leg, 0.7, z], '#5a4030', 0.05);
      for (const seat of [-0.42, 0.42]) {
        if (z < 4.4 && x > 3) continue;
        const up = scene.chance(0.16);
        const [sx] = view.at(x + seat, 0, z - 0.35);
        const s = view.size(z - 0.35);
        person(scene, sx, view.at(0, -0.32, z - 0.35)[1], s * 1.62, {
          pose: up ? 'wave' : 'stand',
          view: 'back',
          look: uniform(scene),
          rim: '#fffbe0',
        });
        scene.rect(sx - s * 0.24, view.at(0, 0.62, z - 0.35)[1], s * 0.48, s * 0.28, '#9a6a3e', 1, s * 0.03);
      }
    }
  const beam: Point[] = [
    [0, 120],
    [0, 620],
    [900, 1067],
    [1300, 900],
  ];
  scene.group(`${scene.blur(40)} opacity="0.22"`, () => scene.poly(beam, '#fff4c4'));
  scene.glow(120, 360, 560, '#fff6d0', 0.6);
  return scene;
};

export const schoolYard = (): Scene => {
  const scene = new Scene('school-yard');
  scene.sky(['#4f9ec9', '#b9dede 40', '#f6efcf 60']);
  scene.clouds(-20, 360, '#ffffff', '#b5cfd8', 0.5, 0.8);
  scene.rect(330, 300, 1300, 400, scene.linear(['#f0d38a', '#d9b060']));
  for (let floor = 0; floor < 2; floor += 1) {
    const y = 330 + floor * 190;
    scene.rect(330, y, 1300, 130, '#8a6a44');
    for (let x = 360; x < 1600; x += 150) {
      scene.rect(x + 20, y + 16, 50, 114, '#3d7a6c');
      scene.rect(x + 82, y + 26, 52, 58, '#bfdcd0');
      if (scene.chance(0.5))
        person(scene, x + 60, y + 134, 96, {
          pose: scene.pick(['stand', 'walk'] as const),
          view: 'side',
          facing: scene.pick([1, -1]),
          look: uniform(scene),
        });
    }
    for (let x = 330; x < 1620; x += 150) scene.rect(x, y - 10, 24, 190, '#f8e6b4');
    scene.rect(330, y + 88, 1300, 44, '#f8ecc4', 0.9);
    scene.rect(330, y + 130, 1300, 12, '#c89a52');
  }
  scene.poly(
    [
      [290, 306],
      [370, 210],
      [1640, 210],
      [1640, 306],
    ],
    scene.linear(['#c4603f', '#97432e']),
  );
  scene.rect(0, 700, 1600, 370, scene.linear(['#ecd4a2', '#cfa874']));
  flag(scene, 880, 720, 540, '#d2261f');
  scene.ellipse(420, 870, 640, 90, '#6b4a3a', 0.4);
  scene.path('M215 900Q255 640 235 470L300 470Q300 660 345 900Z', '#4d372b');
  scene.stroke('M265 560Q160 420 40 380M275 520Q400 380 560 360M268 520Q270 380 250 260', '#4d372b', 26);
  for (const [x, y, rx, ry] of [
    [60, 330, 230, 110],
    [300, 200, 290, 140],
    [540, 300, 250, 110],
    [250, 370, 220, 80],
  ] as const) {
    crown(scene, x, y, rx, ry, { dark: '#2f5d33', light: '#6f9a45', count: 44 });
    crown(scene, x, y - 22, rx * 0.95, ry * 0.82, { dark: '#b31f1a', light: '#ff6a3c', count: 60 });
  }
  for (let petal = 0; petal < 90; petal += 1)
    scene.ellipse(
      scene.between(0, 900),
      scene.between(760, 1050),
      scene.between(3, 7),
      scene.between(2, 4),
      scene.pick(['#d8341f', '#f0592f']),
    );
  const rim = '#fff6d4';
  for (const [x, g, t, pose, facing] of [
    [720, 800, 165, 'run', 1],
    [840, 815, 168, 'run', 1],
    [1020, 790, 160, 'stand', -1],
    [1090, 792, 158, 'wave', 1],
    [1290, 830, 175, 'sprint', -1],
    [1450, 800, 165, 'walk', -1],
    [560, 880, 190, 'cheer', 1],
    [1180, 960, 250, 'run', -1],
    [930, 985, 255, 'sprint', 1],
  ] as const) {
    const front = pose === 'cheer' || pose === 'wave';
    person(scene, x, g, t, {
      pose,
      view: front ? 'front' : 'side',
      facing,
      look: { ...uniform(scene), top: scene.chance(0.85) ? '#fbf8ee' : '#e4b348' },
      shadow: 0.5,
      rim,
    });
    if (!front)
      scene.stroke(
        `M${x - facing * t * 0.02} ${g - t * 0.78}l${-facing * t * 0.02} ${t * 0.1}`,
        '#d2261f',
        t * 0.035,
      );
  }
  for (const [x, way] of [
    [150, 1],
    [430, -1],
  ] as const)
    person(scene, x, 1000, 270, { pose: 'sit', facing: way as 1 | -1, look: uniform(scene), rim });
  scene.rect(90, 905, 130, 18, '#b8b0a0');
  scene.rect(370, 905, 130, 18, '#b8b0a0');
  for (const x of [110, 190, 390, 470]) scene.rect(x, 920, 16, 84, '#8d867a');
  return scene;
};
