/** Markets at the quay and from above. */
import { trawler } from './boats.ts';
import { clothes, person } from './figures.ts';
import { birds, crown } from './plants.ts';
import { darker, lighter, mix, num, Scene } from './scene.ts';

const basket = (scene: Scene, x: number, y: number, r: number, heap: readonly string[]): void => {
  scene.path(
    `M${num(x - r)} ${num(y - r * 0.7)}L${num(x - r * 0.75)} ${num(y)}H${num(x + r * 0.75)}L${num(x + r)} ${num(y - r * 0.7)}Z`,
    scene.linear(['#c79a5b', '#7a5530']),
  );
  for (const at of [0.2, 0.4])
    scene.line(
      x - r * (0.78 + at * 0.3),
      y - r * at,
      x + r * (0.78 + at * 0.3),
      y - r * at,
      '#5d3f24',
      2,
      0.6,
    );
  scene.ellipse(x, y - r * 0.7, r, r * 0.26, '#6b4728');
  for (let at = 0; at < 16; at += 1) {
    const [dx, dy] = [scene.between(-0.8, 0.8) * r, scene.between(-0.24, 0.08) * r];
    scene.place(x + dx, y - r * 0.75 + dy, 1, scene.between(-30, 30), () =>
      scene.ellipse(0, 0, r * 0.24, r * 0.075, scene.pick(heap)),
    );
  }
};

export const fishMarket = (): Scene => {
  const scene = new Scene('fish-market');
  const y = 470;
  scene.sky(['#2b4570', '#8a7f9c 45', '#f4a871 80', '#ffd797'], y);
  scene.clouds(0, 420, '#ffc39a', '#5c5a80', 0.51, 0.65);
  scene.sun(1040, 420, 34, '#fff1c8', '#ffab66');
  scene.hills(464, 40, '#7d6c86', 3, y);
  scene.water(y, ['#f3b383', '#7d7390 45', '#4b4a68'], '#ffdcae', '#3f4468', 0.55);
  scene.glow(1040, 560, 200, '#ffbd7c', 0.6, 1.2);
  scene.reflect(
    520,
    () =>
      [
        [180, 120],
        [420, 100],
        [900, 110],
        [1500, 130],
      ].forEach(([x = 0, w = 0]) => trawler(scene, x, 520, w, '#4a4c6c', '#8a7884')),
    0.35,
  );
  scene.reflect(
    650,
    () => {
      trawler(scene, 330, 650, 560, '#2b6d8c', '#e6cf9f');
      trawler(scene, 1290, 640, 520, '#a8402f', '#d9cbb0', -1);
    },
    0.4,
    40,
  );
  scene.path(
    'M-10 1080V790Q500 700 900 730T1610 720V1080Z',
    scene.linear(['#c99a72', '#7d5a4c 50', '#4d3a3c']),
  );
  scene.texture(0, 740, 1600, 330, {
    color: '#ffd9a6',
    fx: 0.006,
    fy: 0.05,
    cut: 0.54,
    opacity: 0.4,
    fade: 'top',
  });
  const fish = ['#cfd9dc', '#9fb3bd', '#e6e9e4', '#7f95a3', '#d9b7a0'];
  const rim = '#ffd596';
  for (const [x, g, t, pose, facing] of [
    [610, 790, 190, 'carry', 1],
    [820, 775, 180, 'carry', -1],
    [980, 790, 186, 'walk', 1],
    [1120, 800, 190, 'lift', -1],
    [180, 830, 200, 'bend', 1],
  ] as const) {
    scene.shade(x - 30, g, t * 0.4, t * 0.06, 0.6);
    person(scene, x, g, t, {
      pose,
      facing,
      look: clothes(scene, { hat: scene.pick(['conical', 'cap', 'none'] as const) }),
      rim,
    });
    if (pose === 'carry') basket(scene, x + facing * t * 0.2, g - t * 0.5, t * 0.17, fish);
  }
  for (const [x, g, r] of [
    [340, 880, 62],
    [480, 905, 68],
    [760, 860, 56],
    [890, 880, 60],
    [1260, 880, 62],
    [1400, 900, 66],
    [1530, 890, 60],
    [660, 1010, 92],
    [880, 1030, 96],
    [1350, 1030, 96],
  ] as const) {
    scene.shade(x - 16, g, r * 1.3, r * 0.2, 0.6);
    basket(scene, x, g, r, fish);
  }
  person(scene, 500, 1050, 380, {
    pose: 'squat',
    facing: 1,
    look: clothes(scene, { hat: 'conical', top: '#8f3f4f', longHair: true }),
    rim,
  });
  person(scene, 1110, 1050, 390, {
    pose: 'squat',
    facing: -1,
    look: clothes(scene, { hat: 'conical', top: '#4c7a6c' }),
    rim,
  });
  person(scene, 1480, 1060, 450, {
    pose: 'stand',
    facing: -1,
    look: clothes(scene, { hat: 'conical', top: '#d8b56a', longHair: true }),
    rim,
  });
  birds(scene, 760, 220, 220, 10, '#f6e6d6', 13);
  return scene;
};

export const marketVegetables = (): Scene => {
  const scene = new Scene('market-vegetables');
  scene.rect(0, 0, 1600, 1067, '#6d5b49');
  scene.texture(0, 0, 1600, 1067, { color: '#3d3027', fx: 0.01, fy: 0.01, cut: 0.48, opacity: 0.6 });
  const heap = (x: number, y: number, r: number, kind: number): void => {
    scene.circle(x + r * 0.1, y + r * 0.12, r * 1.12, '#1c1410', 0.45);
    scene.circle(x, y, r * 1.1, '#8f6a3c');
    for (let ring = 0; ring < 36; ring += 1)
      scene.place(x, y, 1, ring * 10, () =>
        scene.rect(r * 0.98, -r * 0.07, r * 0.12, r * 0.09, ring % 2 ? '#c99f62' : '#a87d45'),
      );
    scene.circle(x, y, r * 0.98, '#4d3822');
    const looks = [
      ['#b5261f', '#f0573d'],
      ['#d9761c', '#ffb04d'],
      ['#5b2a63', '#93579c'],
      ['#3c7a34', '#8fc257'],
      ['#d8b021', '#fbe36c'],
      ['#e9e0c9', '#ffffff'],
      ['#2f6b3c', '#69a84f'],
      ['#c22a3c', '#f4705f'],
      ['#7a4a2c', '#b98555'],
    ] as const;
    const [low, high] = looks[kind % looks.length] ?? looks[0];
    if (kind === 3 || kind === 6) {
      for (let at = 0; at < 7; at += 1) {
        const [dx, dy] =
          at === 0 ? [0, 0] : [Math.cos(at * 1.047) * r * 0.58, Math.sin(at * 1.047) * r * 0.58];
        crown(scene, x + dx, y + dy, r * 0.4, r * 0.4, {
          dark: darker(low, 0.25),
          light: lighter(high, 0.25),
          count: 24,
        });
        if (kind === 6) scene.circle(x + dx, y + dy, r * 0.12, '#e6f0b4', 0.7);
      }
      return;
    }
    const long = kind === 1 || kind === 2 ? 2.3 : 1;
    const s = r * (long > 1 ? 0.15 : 0.16);
    for (let at = 0; at < 90; at += 1) {
      const [turn, far] = [scene.between(0, 6.28), Math.sqrt(scene.random()) * r * (0.92 - at * 0.0035)];
      scene.place(x + Math.cos(turn) * far, y + Math.sin(turn) * far, 1, scene.between(-70, 70), () => {
        scene.ellipse(2, 4, s * long, s, '#1c1410', 0.4);
        scene.ellipse(0, 0, s * long, s, mix(low, high, scene.random()));
        scene.ellipse(-s * 0.3 * long, -s * 0.35, s * 0.35 * long, s * 0.22, '#ffffff', 0.35);
        if (kind === 0 || kind === 7) scene.circle(0, 0, s * 0.2, '#3f6b34');
        if (kind === 1) scene.circle(s * long, 0, s * 0.35, '#6f9a42');
      });
    }
  };
  let kind = 0;
  scene.group('transform="rotate(-8 800 533)"', () => {
    for (let row = 0; row < 5; row += 1) {
      if (row === 2) {
        kind += 2;
        continue;
      }
      for (let column = 0; column < 7; column += 1) {
        heap(20 + column * 272 + (row % 2) * 120, -10 + row * 262, 116, kind % 9);
        kind += 1;
      }
    }
  });
  const fromAbove = (x: number, y: number, turn: number, shirt: string, hat: boolean): void =>
    scene.place(x, y, 1.25, turn, () => {
      scene.ellipse(14, 24, 86, 60, '#120c0a', 0.45);
      scene.stroke('M-52 0Q-66 -60 -26 -86M52 0Q66 -60 26 -86', shirt, 28);
      scene.circle(-24, -92, 14, '#c48f6a');
      scene.circle(24, -92, 14, '#c48f6a');
      scene.ellipse(0, 4, 72, 38, shirt);
      if (hat) {
        scene.circle(0, -6, 62, scene.radial(['#fff3cf', '#ecd9a4 45', '#b9995c'], 0.42, 0.4, 0.6));
        for (const r of [20, 34, 48])
          scene.add(
            `<circle cx="0" cy="-6" r="${r}" fill="none" stroke="#9a7a42" stroke-width="1.5" opacity="0.5"/>`,
          );
      } else scene.ellipse(0, -6, 34, 38, '#211a1a');
    });
  fromAbove(430, 590, -6, '#b5483a', true);
  fromAbove(890, 480, 172, '#3f6c8c', true);
  fromAbove(1270, 470, -14, '#e9e0cc', false);
  scene.rect(0, 0, 1600, 1067, scene.linear(['#ffe7b0 0 0.3', '#ffe7b0 50 0', '#180f18 100 0.35'], 1, 0.8));
  return scene;
};
