/** Mornings outdoors: exercise in the park, runners by the river. */
import { clothes, person } from './figures.ts';
import { birds, tree } from './plants.ts';
import { lighter, mix, Scene } from './scene.ts';
import { skyline } from './things.ts';

export const morningExercise = (): Scene => {
  const scene = new Scene('morning-exercise');
  scene.sky(['#f0b078', '#fbdc9c 35', '#fdf0cc 60']);
  scene.sun(1080, 330, 52, '#fffbe6', '#ffd98c');
  scene.group(scene.blur(3), () => {
    for (let x = -40; x < 1640; x += scene.between(90, 170))
      tree(
        scene,
        x,
        560,
        scene.between(240, 340),
        { dark: '#b99a5c', light: '#efd592', count: 24 },
        '#b58f5c',
      );
  });
  scene.mist(400, 220, '#fdeec4', 0.8);
  scene.rect(0, 545, 1600, 530, scene.linear(['#d9c46c', '#8fa04c 40', '#4d6b35']));
  scene.path('M700 560Q620 760 200 1080H1300Q980 760 800 560Z', scene.linear(['#fbe6b0', '#c9a06c']));
  for (const x of [140, 1470])
    tree(
      scene,
      x,
      720,
      620,
      { dark: '#4d5a2c', light: '#d0b454', sun: x < 800 ? 1 : -1, count: 70 },
      '#4d3726',
    );
  const silk = ['#c8453a', '#f4ead2', '#e2a84a', '#d8746c', '#5c7f8c'];
  const spots = [
    [520, 620, 150],
    [660, 612, 145],
    [800, 618, 150],
    [950, 614, 146],
    [1090, 624, 152],
    [430, 730, 220],
    [650, 738, 225],
    [890, 732, 222],
    [1130, 744, 228],
    [330, 930, 350],
    [700, 950, 360],
    [1090, 940, 352],
  ] as const;
  for (const [x, y, t] of spots) {
    scene.poly(
      [
        [x - t * 0.08, y],
        [x + t * 0.08, y],
        [x - t * 0.32, y + t * 0.4],
        [x - t * 0.55, y + t * 0.38],
      ],
      '#3f4a26',
      0.4,
    );
    const top = scene.pick(silk);
    const hair = scene.pick(['#d9d6d0', '#b9b6b0', '#5a5552', '#8d8985']);
    person(scene, x, y, t, {
      pose: 'taichi',
      view: t > 300 ? 'side' : 'front',
      facing: 1,
      look: clothes(scene, { top, legs: lighter(top, 0.4), hair }),
      rim: '#fff6cc',
    });
  }
  scene.group(`${scene.blur(26)} opacity="0.24"`, () => {
    for (const x of [-200, 120, 420])
      scene.poly(
        [
          [1060, 340],
          [1100, 340],
          [x + 260, 1067],
          [x, 1067],
        ],
        '#fff3c0',
      );
  });
  scene.glow(1080, 330, 820, '#ffe6a0', 0.6);
  birds(scene, 620, 180, 120, 6, '#8f6a48', 10);
  return scene;
};

export const marathon = (): Scene => {
  const scene = new Scene('marathon');
  scene.sky(['#44659a', '#c59aa6 40', '#f9c58c 62', '#ffe5b4']);
  scene.clouds(30, 380, '#ffd0a6', '#7d84a6', 0.52, 0.65);
  scene.sun(360, 490, 40, '#fff5d6', '#ffb877');
  skyline(scene, 530, 20, 120, '#9a88a6');
  scene.mist(430, 130, '#fbd2a8', 0.6);
  scene.rect(0, 530, 1600, 540, scene.linear(['#f5c89a', '#9d8ba2 40', '#56587c']));
  scene.ripples(530, 330, '#ffe6bc', '#6f6a8c', 0.5);
  scene.glow(360, 600, 190, '#ffcf92', 0.7, 1.2);
  scene.path(
    'M880 540Q700 700 -20 990V1080H1620V560Q1250 530 880 540Z',
    scene.linear(['#c4a794', '#6e6672 50', '#4a4858'], 0.2, 1),
  );
  scene.stroke('M905 552Q760 700 60 1040', '#fbe9c8', 7, 0.85);
  scene.stroke('M868 536Q690 690 -20 962', '#e6d0b4', 14);
  for (let at = 0; at < 16; at += 1) {
    const part = (at / 15) ** 1.6;
    const [x, y] = [868 - part * 800, 536 + part * 390];
    scene.line(x, y, x, y - 14 - part * 76, '#5c5468', 2 + part * 7);
  }
  for (const [x, t] of [
    [1560, 620],
    [1400, 400],
    [1290, 270],
    [1215, 180],
  ] as const)
    tree(scene, x, 560 + t * 0.28, t, { dark: '#3f4a52', light: '#c9a878', sun: -1, count: 46 }, '#453a42');
  const tops = ['#e0533c', '#f4c53f', '#2f86a8', '#f7f1e2', '#5fae7a', '#d8577f', '#f08a3c'];
  for (let at = 0; at < 64; at += 1) {
    const part = (at / 63) ** 2.1;
    const y = 552 + part * 330;
    const t = 26 + part * 300;
    const left = 885 - part * 640;
    const x = left + scene.between(0.08, 0.95) * (150 + part * 1080);
    scene.poly(
      [
        [x - t * 0.06, y],
        [x + t * 0.06, y],
        [x + t * 0.75, y + t * 0.14],
        [x + t * 0.6, y + t * 0.16],
      ],
      '#2a2438',
      0.35,
    );
    const look = clothes(scene, {
      top: mix(scene.pick(tops), '#d9b09a', Math.max(0, 0.5 - part)),
      legs: scene.pick(['#23283c', '#3a3f58', '#4b2f48']),
      shorts: true,
      longHair: scene.chance(0.3),
      hat: scene.chance(0.25) ? 'cap' : 'none',
      hatColor: scene.pick(tops),
    });
    person(scene, x, y, t, {
      pose: scene.pick(['run', 'sprint'] as const),
      facing: -1,
      look,
      rim: '#ffe2b0',
    });
    if (t > 90) scene.rect(x - t * 0.08, y - t * 0.62, t * 0.075, t * 0.06, '#ffffff', 0.92);
  }
  for (const [x, y, t, top, pose] of [
    [1180, 1060, 470, '#e0533c', 'run'],
    [760, 1050, 450, '#2f86a8', 'sprint'],
    [1450, 1090, 520, '#f4c53f', 'run'],
  ] as const) {
    scene.poly(
      [
        [x - t * 0.06, y],
        [x + t * 0.06, y],
        [x + t * 0.75, y + t * 0.1],
        [x + t * 0.6, y + t * 0.12],
      ],
      '#2a2438',
      0.4,
    );
    person(scene, x, y, t, {
      pose,
      facing: -1,
      look: clothes(scene, {
        top,
        legs: '#23283c',
        shorts: true,
        hair: top === '#2f86a8' ? '#d6d3cd' : '#1d1a1c',
      }),
      rim: '#ffe2b0',
    });
    scene.rect(x - t * 0.09, y - t * 0.62, t * 0.075, t * 0.065, '#ffffff', 0.95);
  }
  return scene;
};
