/** The hospital and the clinic. */
import { clothes, dark, person } from './figures.ts';
import { crown } from './plants.ts';
import { mix, num, Scene } from './scene.ts';
import { View } from './view.ts';

export const hospitalCorridor = (): Scene => {
  const scene = new Scene('hospital-corridor');
  scene.rect(0, 0, 1600, 1067, '#cfe6e0');
  const view = new View(scene, 440, 1.6, 1000, 700);
  view.front(-2.4, 2.4, 0, 3.2, 26, '#fffbe8');
  view.front(-1.7, 1.7, 0.9, 2.9, 25.9, scene.linear(['#cfeaf0', '#fdf6d4']));
  view.face(
    [
      [-2.4, 3.2, 1.4],
      [2.4, 3.2, 1.4],
      [2.4, 3.2, 26],
      [-2.4, 3.2, 26],
    ],
    scene.linear(['#b7cfcb', '#f6fbf2']),
  );
  view.side(-2.4, 0, 3.2, 1.4, 26, scene.linear(['#b5d6cd', '#eef6ea'], 1, 0));
  view.side(2.4, 0, 3.2, 1.4, 26, scene.linear(['#eef6ea', '#8fbab4'], 1, 0));
  for (const way of [-1, 1]) {
    view.side(way * 2.39, 0, 1, 1.4, 26, '#5fa597', 0.75);
    view.side(way * 2.36, 0.95, 1.07, 1.4, 26, '#c98f5a');
    for (let z = 22; z > 3; z -= 4.6) {
      view.side(way * 2.37, 0, 2.25, z, z + 1.3, mix('#3f8577', '#dceee4', z / 34));
      view.side(way * 2.35, 1.3, 1.95, z + 0.4, z + 0.9, mix('#fff3cf', '#ffffff', z / 34));
    }
  }
  view.floor(-2.4, 2.4, 1.4, 26, scene.linear(['#fdf7df', '#a9cdc4 40', '#7ba39f']));
  for (let z = 24; z > 1.8; z -= 3) {
    view.floor(-0.5, 0.5, z, z + 1.6, '#ffffff', 1, 3.18);
    view.floor(-0.7, 0.7, z, z + 1.8, '#ffffff', 0.3, 0.01);
    scene.glow(...view.at(0, 3.1, z + 0.8), view.size(z) * 1.2, '#fffef0', 0.4);
  }
  person(scene, ...view.at(-0.5, 0, 15), view.size(15) * 1.7, {
    pose: 'walk',
    view: 'front',
    look: clothes(scene, { top: '#f6faf6', dress: '#f6faf6', legs: '#51748a' }),
    shadow: 0.4,
  });
  for (const [x, z] of [
    [-2, 8.4],
    [-2, 7.5],
  ] as const)
    person(scene, ...view.at(x, 0, z), view.size(z) * 1.6, {
      pose: 'sit',
      facing: 1,
      look: clothes(scene, { longHair: z < 8, hat: 'none' }),
    });
  view.box(-2.35, -1.85, 0.4, 0.47, 6.9, 9.2, '#3f6f86');
  const z = 4.4;
  const s = view.size(z);
  const [bx, by] = view.at(0.65, 0, z);
  scene.shade(bx + s * 0.4, by, s * 1.3, s * 0.14, 0.5);
  for (const dx of [-0.62, 1.3]) {
    scene.line(bx + dx * s, by - s * 0.5, bx + dx * s, by - s * 0.08, '#8fa0a4', s * 0.05);
    scene.circle(bx + dx * s, by - s * 0.06, s * 0.07, '#3a474d');
  }
  scene.rect(bx - s * 0.8, by - s * 0.6, s * 2.3, s * 0.11, '#b9c9cb', 1, 6);
  scene.rect(bx - s * 0.76, by - s * 0.76, s * 2.22, s * 0.2, '#fbfdf8', 1, 12);
  scene.path(
    `M${num(bx - s * 0.3)} ${num(by - s * 0.72)}Q${num(bx)} ${num(by - s * 1)} ${num(bx + s * 0.7)} ${num(by - s * 0.92)}T${num(bx + s * 1.44)} ${num(by - s * 0.7)}V${num(by - s * 0.5)}H${num(bx - s * 0.34)}Z`,
    scene.linear(['#8fd0c4', '#4f9a92']),
  );
  scene.rect(bx - s * 0.72, by - s * 0.88, s * 0.42, s * 0.16, '#ffffff', 1, 14);
  scene.ellipse(bx - s * 0.46, by - s * 0.95, s * 0.12, s * 0.1, '#c48f6a');
  scene.path(
    `M${num(bx - s * 0.58)} ${num(by - s * 0.92)}Q${num(bx - s * 0.6)} ${num(by - s * 1.08)} ${num(bx - s * 0.42)} ${num(by - s * 1.05)}Q${num(bx - s * 0.54)} ${num(by - s * 1.02)} ${num(bx - s * 0.52)} ${num(by - s * 0.9)}Z`,
    '#d9d9d6',
  );
  scene.line(bx + s * 1.2, by - s * 0.6, bx + s * 1.2, by - s * 1.9, '#9fb0b4', s * 0.035);
  scene.rect(bx + s * 1.1, by - s * 1.88, s * 0.2, s * 0.34, '#e6f6f4', 0.9, 8);
  person(scene, bx - s * 0.98, by + 12, s * 1.66, {
    pose: 'work',
    facing: 1,
    look: clothes(scene, {
      top: '#f8fbf8',
      legs: '#f1f5f2',
      longHair: true,
      hat: 'cap',
      hatColor: '#ffffff',
    }),
    rim: '#ffffff',
    shadow: 0.4,
  });
  return scene;
};

export const vaccination = (): Scene => {
  const scene = new Scene('vaccination');
  scene.rect(0, 0, 1600, 1067, scene.linear(['#f7c98a', '#f4dfae 45', '#c98a5c']));
  scene.rect(480, 60, 720, 620, '#fff8df');
  scene.rect(500, 80, 680, 580, scene.linear(['#fff3c4', '#ffdf9a']));
  crown(scene, 620, 560, 130, 120, { dark: '#c9a456', light: '#ffe9a6', sun: 1, count: 40 });
  crown(scene, 1090, 600, 130, 90, { dark: '#c9a456', light: '#ffe9a6', count: 40 });
  for (const x of [480, 826, 1172]) scene.rect(x, 60, 28, 620, '#e9b878');
  scene.rect(480, 330, 720, 20, '#e9b878');
  scene.glow(840, 360, 760, '#fff3c8', 0.7);
  scene.poly(
    [
      [1200, 60],
      [1330, 60],
      [1290, 760],
      [1215, 740],
    ],
    '#f6e3bd',
    0.75,
  );
  scene.poly(
    [
      [480, 60],
      [350, 60],
      [390, 760],
      [465, 740],
    ],
    '#f6e3bd',
    0.75,
  );
  scene.rect(0, 880, 1600, 190, scene.linear(['#a8683f', '#6b3f2c']));
  const ink = '#3a2230';
  const rim = '#fff0c0';
  scene.rect(400, 720, 240, 26, '#4f2f30');
  scene.rect(396, 480, 22, 470, '#4f2f30');
  for (const x of [420, 610]) scene.rect(x, 740, 20, 240, '#4f2f30');
  person(scene, 520, 1000, 820, {
    pose: 'type',
    facing: 1,
    look: dark(ink, { longHair: true, top: '#5a2f3c' }),
    rim,
  });
  person(scene, 1090, 1010, 850, {
    pose: 'lift',
    facing: -1,
    look: dark('#2f2a40', { longHair: true, top: '#e9dcc8', dress: '#dccdb8' }),
    rim,
  });
  person(scene, 700, 950, 520, { pose: 'sit', facing: 1, look: dark('#4a2a38', { top: '#6b3544' }), rim });
  scene.line(758, 540, 730, 574, '#fff6dc', 10);
  scene.line(730, 574, 706, 602, '#fff6dc', 3);
  scene.rect(1330, 700, 200, 20, '#4f2f30');
  for (const x of [1345, 1500]) scene.rect(x, 720, 16, 250, '#4f2f30');
  scene.rect(1370, 610, 90, 90, '#c9533f', 1, 8);
  scene.rect(1405, 625, 20, 60, '#fff6e0');
  scene.rect(1385, 645, 60, 20, '#fff6e0');
  for (const x of [1480, 1506]) scene.rect(x, 650, 16, 50, '#d8efe6', 0.8, 4);
  scene.stroke('M150 200q60 -70 120 0v120q-60 60 -120 0z', '#c98a4c', 5, 0.7);
  for (const [x, y, c] of [
    [120, 170, '#e0664a'],
    [210, 120, '#6fa08a'],
    [290, 190, '#e8b23f'],
  ] as const) {
    scene.line(x, y, 210, 470, '#8a5a3a', 2);
    scene.ellipse(x, y, 48, 58, c, 0.9);
    scene.ellipse(x - 16, y - 20, 11, 16, '#ffffff', 0.4);
  }
  return scene;
};
