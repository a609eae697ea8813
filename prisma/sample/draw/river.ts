/** The river: the Vạn Chài bridge at dawn, at night and unfinished. */
import { sampan } from './boats.ts';
import { bridgeAndImage } from './bridge.ts';
import { clothes, dark, person } from './figures.ts';
import { birds, palm, thicket } from './plants.ts';
import { mix, Scene } from './scene.ts';
import { skyline } from './things.ts';
import { View } from './view.ts';

export const bridgeDawn = (): Scene => {
  const scene = new Scene('bridge-dawn', 1600, 900);
  const y = 575;
  scene.sky(['#3c5378', '#8290a8 35', '#e9b79a 70', '#fbdcae'], y + 10);
  scene.clouds(20, 420, '#f3c3a6', '#6f7896', 0.52, 0.6, 1.3);
  scene.sun(1130, 520, 30, '#fff1cd', '#ffbe7d');
  scene.hills(545, 60, '#b7a0a2', 2, y);
  scene.hills(562, 36, '#948896', 4, y);
  scene.mist(470, 150, '#f7d7b8', 0.8);
  scene.water(y, ['#e8bf9c', '#8b8699 45', '#33415c'], '#ffe3ba', '#3d4862', 0.55);
  const view = new View(scene, y - 6, 9, 1250, 620);
  bridgeAndImage(
    view,
    {
      from: [-130, 75],
      to: [330, 640],
      deck: 24,
      tower: 62,
      concrete: '#5e6078',
      shaded: '#454a64',
      cable: '#565a72',
    },
    0.5,
  );
  scene.glow(1130, 600, 330, '#ffca8c', 0.7, 0.5);
  scene.mist(515, 130, '#fbe0c0', 0.75);
  scene.mist(600, 80, '#dcc4bb', 0.5);
  scene.reflect(
    742,
    () => {
      sampan(scene, 1010, 742, 190, '#262c3e');
      person(scene, 1060, 733, 104, { pose: 'pole', look: dark('#262c3e', { hat: 'conical' }), facing: 1 });
      scene.line(1098, 660, 1130, 775, '#262c3e', 4);
    },
    0.5,
  );
  birds(scene, 600, 190, 120, 7, '#4b4c63', 9);
  return scene;
};

export const bridgeNight = (): Scene => {
  const scene = new Scene('bridge-night');
  const y = 660;
  scene.sky(['#080d22', '#14234a 45', '#3c3a6b 80', '#84566f'], y);
  for (let star = 0; star < 120; star += 1)
    scene.circle(
      scene.between(0, 1600),
      scene.between(0, 420),
      scene.between(0.5, 1.6),
      '#dfe6ff',
      scene.between(0.2, 0.9),
    );
  scene.clouds(300, 300, '#6b5379', '#1c2147', 0.54, 0.5);
  scene.rect(0, y, 1600, 420, scene.linear(['#543f63', '#1a2246 35', '#070b1b']));
  scene.reflect(
    y,
    () => skyline(scene, y, 20, 90, '#171a38', { window: '#12142c', lit: '#ffc873', litPart: 0.4 }),
    0.6,
    40,
  );
  const view = new View(scene, y - 2, 4, 1500, 800);
  const bridge = {
    from: [-330, 350],
    to: [330, 300],
    deck: 26,
    tower: 66,
    concrete: '#e8b46c',
    shaded: '#7d5a4e',
    cable: '#ffd79a',
  } as const;
  bridgeAndImage(view, { ...bridge, lit: '#ffb95c' }, 0.75, 46);
  for (const x of [453, 1105]) {
    scene.glow(x, 430, 340, '#ff9c4a', 0.5);
    scene.glow(x, 860, 260, '#ff9c4a', 0.35, 1.4);
  }
  scene.ripples(y, 407, '#ffce8c', '#060a1c', 0.35);
  scene.group(scene.blur(1.2), () => {
    scene.path('M0 1067V965Q240 940 420 1000T760 1067Z', '#05070f');
    for (const x of [70, 190, 300])
      palm(scene, x, 985, scene.between(210, 300), '#070a14', scene.between(-0.15, 0.2));
  });
  return scene;
};

export const bridgeWorks = (): Scene => {
  const scene = new Scene('bridge-works');
  const y = 770;
  scene.sky(['#5d8fb8', '#a9cbd9 60', '#e9ead9'], y);
  scene.clouds(60, 480, '#ffffff', '#9db2c2', 0.5, 0.85, 1.2);
  scene.hills(740, 50, '#9fb7bd', 3, y);
  thicket(scene, -20, y + 4, 1640, 34, '#5f8272');
  scene.water(y, ['#a8c0bd', '#7b9a96 30', '#476a6c'], '#dfeee6', '#3a5a5e', 0.55);
  const view = new View(scene, y - 10, 3, 1200, 800);
  bridgeAndImage(
    view,
    {
      from: [-190, 150],
      to: [205, 290],
      deck: 34,
      tower: 68,
      concrete: '#d8d3c4',
      shaded: '#8d939a',
      cable: '#eef0ea',
      gap: 0.09,
    },
    0.4,
  );
  const crane = (x: number, ground: number, s: number, way: number): void =>
    scene.group(`transform="translate(${x} ${ground}) scale(${s * way} ${s})"`, () => {
      let d = 'M-9 0V-330M9 0V-330M-9 -330H-80M-9 -345L250 -330H-9L0 -385L250 -330M0 -385L-80 -330';
      for (let at = 0; at < 330; at += 22) d += `M-9 ${-at}L9 ${-at - 22}M9 ${-at}L-9 ${-at - 22}`;
      for (let at = 10; at < 240; at += 20) d += `M${at} -331L${at + 10} ${-345 + at * 0.06}`;
      scene.stroke(d, '#e0a02c', 4);
      scene.rect(-82, -332, 34, 34, '#53585c');
      scene.rect(6, -326, 24, 30, '#d9dcd6');
      scene.line(190, -332, 190, -205, '#3c4044', 2);
      scene.rect(166, -205, 48, 14, '#8d5f36');
    });
  for (const [x, w] of [
    [560, 190],
    [1070, 130],
  ] as const)
    scene.rect(x, 768, w, 26, '#6d6a63', 1, 4);
  crane(640, 772, 1.35, 1);
  crane(1130, 772, 0.98, -1);
  scene.reflect(
    885,
    () => {
      scene.poly(
        [
          [860, 838],
          [1420, 838],
          [1390, 890],
          [885, 890],
        ],
        scene.linear(['#9b4a34', '#5b2f2a']),
      );
      for (let at = 0; at < 5; at += 1)
        scene.rect(
          910 + at * 62,
          806 - (at % 2) * 16,
          58,
          34 + (at % 2) * 16,
          mix('#b9b4a6', '#7d7f82', at / 5),
        );
      scene.rect(1290, 760, 78, 80, '#efe9da');
      scene.rect(1284, 752, 90, 12, '#2f5877');
      scene.rect(1300, 778, 58, 22, '#28414f');
      scene.poly(
        [
          [1236, 838],
          [1100, 560],
          [1108, 558],
          [1256, 838],
        ],
        '#c3452f',
      );
      scene.line(1104, 560, 1104, 720, '#33373b', 3);
      scene.rect(1086, 716, 36, 26, '#74797c');
      for (const x of [880, 1225, 1390])
        person(scene, x, 839, 62, {
          pose: x === 1225 ? 'point' : 'stand',
          view: 'side',
          facing: -1,
          look: clothes(scene, { top: '#ef8a2b', hat: 'helmet', hatColor: '#f5d33f' }),
        });
    },
    0.45,
  );
  return scene;
};
