/** The library and the laboratory. */
import { clothes, dark, person } from './figures.ts';
import { lighter, mix, num, Scene } from './scene.ts';
import { View } from './view.ts';

export const library = (): Scene => {
  const scene = new Scene('library');
  scene.rect(0, 0, 1600, 1067, '#2c211c');
  const view = new View(scene, 620, 1.6, 900, 800);
  view.front(-4, 4, 0, 7.5, 22, scene.linear(['#fff6d4', '#f3d99a']));
  for (const x of [-2.6, 0, 2.6]) {
    view.front(x - 0.9, x + 0.9, 1, 6, 21.9, scene.linear(['#cfe6e2', '#fdfbe6']));
    for (const at of [-0.9, -0.03, 0.84]) view.front(x + at, x + at + 0.08, 1, 6, 21.8, '#6b4a33');
    for (const y of [2.4, 4.1]) view.front(x - 0.9, x + 0.9, y, y + 0.07, 21.8, '#6b4a33');
  }
  view.floor(-4, 4, 1.5, 22, scene.linear(['#e3bd82', '#8a5a3a 50', '#4d3226']));
  view.face(
    [
      [-4, 7.5, 1.5],
      [4, 7.5, 1.5],
      [4, 7.5, 22],
      [-4, 7.5, 22],
    ],
    scene.linear(['#3a2a21', '#8d6a48']),
  );
  const spines = ['#8f2f2b', '#2f5570', '#c28a35', '#4d6b4a', '#d9cba6', '#6b3f57', '#36424d', '#a8583b'];
  for (const way of [-1, 1]) {
    view.side(way * 4, 0, 7.5, 1.5, 22, '#4a3022');
    for (let shelf = 0; shelf < 9; shelf += 1) {
      const low = 0.25 + shelf * 0.8;
      for (let z = 21.5; z > 1.8; z -= 0.24 + z * 0.012) {
        if (scene.chance(0.06)) continue;
        const tall = scene.between(0.44, 0.64);
        view.side(
          way * 3.96,
          low,
          low + tall,
          z - 0.2 - z * 0.01,
          z,
          mix(scene.pick(spines), '#f0d79c', Math.min(0.55, z / 36)),
        );
      }
      view.side(way * 3.9, low - 0.09, low, 1.5, 22, '#8a5c3a');
      view.face(
        [
          [way * 3.9, low, 1.5],
          [way * 4, low, 1.5],
          [way * 4, low, 22],
          [way * 3.9, low, 22],
        ],
        '#5c3b28',
      );
    }
    for (let z = 20; z > 2; z -= 3) view.side(way * 3.88, 0, 7.5, z, z + 0.14, '#70482e');
  }
  view.line([-2.6, 0, 8], [-3.8, 5.6, 8.4], '#c99a5c', 0.08);
  view.line([-2.6, 0, 8.7], [-3.8, 5.6, 9.1], '#a87a45', 0.08);
  for (let rung = 0; rung < 13; rung += 1)
    view.line([-2.6 - rung * 0.09, rung * 0.43, 8], [-2.6 - rung * 0.09, rung * 0.43, 8.7], '#c99a5c', 0.05);
  person(scene, ...view.at(-3.05, 1.9, 8), view.size(8) * 1.62, {
    pose: 'reach',
    facing: -1,
    look: clothes(scene, { top: '#c8553d', longHair: true }),
    rim: '#fff0c0',
  });
  person(scene, ...view.at(0.4, 0, 17), view.size(17) * 1.7, {
    pose: 'walk',
    view: 'back',
    look: dark('#5d4a3d'),
    shadow: 0.5,
  });
  person(scene, ...view.at(3.1, 0, 9), view.size(9) * 1.66, {
    pose: 'work',
    facing: 1,
    look: clothes(scene, { top: '#3f6c8c' }),
    rim: '#fff0c0',
    shadow: 0.5,
  });
  for (const [z, lamp] of [
    [8, 1],
    [3.7, 1],
  ] as const) {
    for (const x of [-1.3, 0.1, 1.4])
      person(scene, ...view.at(x, 0, z + 0.9), view.size(z + 0.9) * 1.6, {
        pose: 'type',
        view: 'front',
        look: clothes(scene, { longHair: scene.chance(0.5) }),
      });
    view.box(-2, 2, 0.7, 0.78, z, z + 1.2, '#a56c3e');
    for (const x of [-1.8, 1.8]) view.line([x, 0, z], [x, 0.7, z], '#4d3022', 0.12);
    for (const x of [-1.3, 0.1, 1.4])
      view.face(
        [
          [x - 0.25, 0.8, z + 0.3],
          [x + 0.25, 0.8, z + 0.3],
          [x + 0.22, 0.8, z + 0.65],
          [x - 0.22, 0.8, z + 0.65],
        ],
        '#fff7e0',
      );
    for (const x of [-0.6, 0.75]) {
      const [lx, ly] = view.at(x, 1.3, z + 0.6);
      const s = view.size(z) * lamp;
      scene.line(lx, ly, lx, ly + s * 0.5, '#c9a04d', s * 0.03);
      scene.path(
        `M${num(lx - s * 0.2)} ${num(ly + s * 0.06)}Q${num(lx)} ${num(ly - s * 0.16)} ${num(lx + s * 0.2)} ${num(ly + s * 0.06)}Z`,
        '#2f7a5c',
      );
      scene.glow(lx, ly + s * 0.2, s * 0.9, '#ffd98a', 0.6);
    }
  }
  person(scene, ...view.at(1.35, 0, 2.7), view.size(2.7) * 1.66, {
    pose: 'stand',
    view: 'back',
    look: clothes(scene, { top: '#c8553d', legs: '#34485e', longHair: true }),
    rim: '#ffe9b4',
    shadow: 0.5,
  });
  scene.glow(800, 480, 620, '#fff0c0', 0.55);
  return scene;
};

export const universityLab = (): Scene => {
  const scene = new Scene('university-lab');
  scene.rect(0, 0, 1600, 1067, scene.linear(['#0f2f3c', '#2f7a80 55', '#12303a']));
  scene.rect(700, 70, 840, 480, scene.linear(['#d5f0e6', '#8fd0c8']));
  for (const x of [700, 976, 1252, 1530]) scene.rect(x, 60, 14, 500, '#16404a');
  scene.glow(1120, 310, 760, '#bff4e6', 0.6);
  for (const y of [210, 360, 510]) {
    scene.rect(40, y, 520, 12, '#0c2530');
    for (let x = 64; x < 540; x += 52) {
      const high = scene.between(50, 100);
      scene.rect(
        x,
        y - high,
        36,
        high,
        scene.pick(['#3f8f8c', '#7fc0b0', '#c98a4a', '#2b6070', '#d8d0a4']),
        0.75,
        6,
      );
      scene.rect(x + 9, y - high - 12, 18, 14, '#0c2530', 0.7, 3);
    }
  }
  const ink = '#0a1f2a';
  person(scene, 1030, 1200, 860, {
    pose: 'work',
    facing: -1,
    look: dark(ink, { longHair: true, top: '#173d4a' }),
    rim: '#c9fff0',
  });
  scene.rect(0, 800, 1600, 270, scene.linear(['#dfece4', '#7fa5a0 20', '#27515a']));
  scene.rect(0, 792, 1600, 14, '#f6fff8');
  scene.place(690, 800, 1.2, 0, () => {
    scene.path('M-90 0H90V-22Q0 -44 -90 -22Z', '#12303b');
    scene.stroke('M60 -24Q110 -150 30 -220', '#12303b', 30);
    scene.rect(-60, -98, 110, 14, '#12303b');
    scene.place(0, -200, 1, -24, () => {
      scene.rect(-20, -90, 40, 120, scene.linear(['#35606a', '#e6f6ee', '#24505a'], 1, 0), 1, 6);
      scene.rect(-14, -140, 28, 56, '#12303b');
      scene.rect(-12, 30, 24, 40, '#b58a45');
    });
    scene.circle(56, -100, 18, '#35606a');
  });
  const flask = (x: number, r: number, color: string, level: number): void => {
    const y = 798;
    const d = `M${x - r * 0.22} ${y - r * 2.4}V${y - r * 1.5}L${x - r} ${y - r * 0.15}Q${x - r} ${y} ${x - r * 0.8} ${y}H${x + r * 0.8}Q${x + r} ${y} ${x + r} ${y - r * 0.15}L${x + r * 0.22} ${y - r * 1.5}V${y - r * 2.4}Z`;
    scene.path(d, '#e9fff8', 0.22);
    scene.clip(d, () =>
      scene.rect(x - r, y - r * level, r * 2, r * level, scene.linear([lighter(color, 0.35), color]), 0.88),
    );
    scene.stroke(d, '#e9fff8', 3, 0.8);
    scene.stroke(`M${x - r * 0.6} ${y - r * 0.3}L${x - r * 0.2} ${y - r * 1.2}`, '#ffffff', 5, 0.6);
    scene.glow(x, y - r * 0.4, r * 2, color, 0.5);
  };
  flask(180, 92, '#2fb5a0', 0.9);
  flask(390, 70, '#f0a83c', 0.8);
  flask(1330, 84, '#e0564a', 0.7);
  flask(1500, 66, '#5fa8e0', 0.9);
  scene.rect(1150, 690, 130, 16, '#b98a52');
  for (let at = 0; at < 4; at += 1) {
    scene.rect(1158 + at * 32, 640, 20, 150, '#e9fff8', 0.35, 10);
    scene.rect(
      1158 + at * 32,
      710 - at * 9,
      20,
      80 + at * 9,
      ['#f0c23c', '#5fc08a', '#c05fa0', '#5fa8e0'][at] ?? '#fff',
      0.9,
      10,
    );
  }
  scene.rect(1150, 770, 130, 16, '#b98a52');
  scene.group(scene.blur(14), () => {
    scene.rect(-40, 880, 200, 220, '#2fb5a0', 0.7, 60);
    scene.rect(1460, 900, 180, 200, '#f0a83c', 0.5, 60);
  });
  return scene;
};
