/** Fields and ponds: the harvest, the drone, the shrimp farm. */
import { clothes, person } from './figures.ts';
import { birds, crown, grass, palm, thicket } from './plants.ts';
import { darker, lighter, Scene } from './scene.ts';
import { View } from './view.ts';

export const riceField = (): Scene => {
  const scene = new Scene('rice-field');
  scene.sky(['#5b9cc4', '#c4dcd6 30', '#fbe6b0 45']);
  scene.clouds(-20, 380, '#ffffff', '#a9bfc6', 0.5, 0.8);
  scene.hills(430, 110, '#93adb5', 2);
  scene.hills(450, 60, '#7b9a90', 3);
  thicket(scene, -20, 470, 1640, 44, '#55794f');
  for (const x of [180, 240, 1180, 1380]) palm(scene, x, 470, scene.between(90, 130), '#4a6d48', 0.1);
  scene.rect(0, 462, 1600, 620, scene.linear(['#d6c463', '#e0b03c 30', '#b57f24']));
  scene.texture(0, 462, 1600, 605, { color: '#8a6418', fx: 0.004, fy: 0.09, cut: 0.5, opacity: 0.4 });
  scene.texture(0, 462, 1600, 605, { color: '#fbe48c', fx: 0.006, fy: 0.12, cut: 0.54, opacity: 0.55 });
  scene.path('M700 470Q640 640 250 1067H620Q760 640 730 470Z', '#8d9a4a', 0.8);
  for (let row = 0; row < 9; row += 1) {
    const y = 500 + (row / 8) ** 1.5 * 480;
    const tall = 12 + (row / 8) ** 1.4 * 96;
    for (let x = -20; x < 1620; x += 260)
      grass(scene, x, y + tall * 0.5, 270, tall, ['#c99c32', '#edc95a', '#a87f26'], 40);
    if (row === 3)
      for (const [x, pose] of [
        [1010, 'bend'],
        [1110, 'lift'],
        [900, 'bend'],
        [330, 'stand'],
      ] as const)
        person(scene, x, y + 30, 120, {
          pose,
          facing: x > 950 ? -1 : 1,
          look: clothes(scene, { hat: 'conical' }),
          rim: '#fff0bd',
        });
    if (row === 6) {
      person(scene, 1180, y + 60, 330, {
        pose: 'bend',
        facing: -1,
        look: clothes(scene, { top: '#3f6c8c', hat: 'conical' }),
        rim: '#ffedb0',
      });
      person(scene, 1410, y + 40, 330, {
        pose: 'carry',
        facing: -1,
        look: clothes(scene, { top: '#b1493a', hat: 'conical', longHair: true }),
        rim: '#ffedb0',
      });
      crown(scene, 1300, y - 110, 90, 50, { dark: '#9a7422', light: '#f2d56c', count: 40 });
    }
  }
  scene.glow(300, 380, 620, '#ffe9a6', 0.55);
  return scene;
};

export const droneField = (): Scene => {
  const scene = new Scene('drone-field');
  scene.sky(['#3f8fc0', '#a9d4dd 25', '#eef3d8 36']);
  scene.clouds(-60, 330, '#ffffff', '#b5ced8', 0.5, 0.8);
  thicket(scene, -20, 385, 1640, 46, '#6f9a6c');
  const view = new View(scene, 370, 3.2, 1100, 640);
  scene.rect(0, 378, 1600, 700, scene.linear(['#b5cf6b', '#6fae3f 35', '#2f7330']));
  for (let x = -90; x < 90; x += 1.5)
    view.face(
      [
        [x, 0, 3],
        [x + 0.62, 0, 3],
        [x + 0.62, 0, 160],
        [x, 0, 160],
      ],
      scene.linear(['#8fc04f', '#1f5a26']),
      0.55,
    );
  view.floor(-1.4, 0.5, 3, 160, '#c9b483');
  scene.texture(0, 390, 1600, 680, {
    color: '#dff08a',
    fx: 0.02,
    fy: 0.08,
    cut: 0.56,
    opacity: 0.35,
    fade: 'bottom',
  });
  person(scene, ...view.at(-0.5, 0, 13), view.size(13) * 1.66, {
    pose: 'work',
    view: 'back',
    look: clothes(scene, { hat: 'conical', top: '#e7e0cf' }),
    shadow: 0.5,
  });
  person(scene, ...view.at(-1.1, 0, 16), view.size(16) * 1.7, {
    pose: 'point',
    facing: 1,
    look: clothes(scene, { hat: 'cap', top: '#3f6c8c', hatColor: '#c8553d' }),
    shadow: 0.5,
  });
  const [x, y] = [1040, 430];
  for (let jet = 0; jet < 5; jet += 1) {
    const jx = x - 190 + jet * 95;
    scene.group(`${scene.blur(9)} opacity="0.6"`, () =>
      scene.poly(
        [
          [jx - 6, y + 60],
          [jx + 6, y + 60],
          [jx + 90, y + 400],
          [jx - 90, y + 400],
        ],
        scene.linear(['#ffffff 0 0.95', '#f4fff0 70 0.35', '#f4fff0 100 0']),
      ),
    );
  }
  scene.shade(x + 40, y + 400, 330, 46, 0.5, '#12300f');
  scene.stroke(
    `M${x - 320} ${y - 20}L${x + 320} ${y - 20}M${x - 190} ${y + 42}L${x + 190} ${y + 42}M${x - 240} ${y - 60}L${x + 240} ${y + 10}M${x + 240} ${y - 60}L${x - 240} ${y + 10}`,
    '#2a2f36',
    13,
  );
  for (const [dx, dy] of [
    [-320, -24],
    [320, -24],
    [-240, -66],
    [240, -66],
    [-240, 6],
    [240, 6],
  ] as const) {
    scene.rect(x + dx - 13, y + dy - 24, 26, 40, '#d8452f', 1, 6);
    scene.ellipse(x + dx, y + dy - 28, 120, 11, '#ffffff', 0.32);
    scene.ellipse(x + dx, y + dy - 28, 84, 6, '#40474f', 0.4);
  }
  scene.path(
    `M${x - 92} ${y - 40}Q${x} ${y - 92} ${x + 92} ${y - 40}L${x + 78} ${y + 8}H${x - 78}Z`,
    scene.linear(['#eef0ec', '#9aa3a6']),
  );
  scene.path(
    `M${x - 76} ${y + 6}H${x + 76}L${x + 56} ${y + 76}Q${x} ${y + 96} ${x - 56} ${y + 76}Z`,
    scene.linear(['#f4f2e4', '#b6c6a6']),
    0.95,
  );
  scene.circle(x, y - 24, 15, '#1a2630');
  scene.stroke(
    `M${x - 70} ${y + 60}L${x - 120} ${y + 128}M${x + 70} ${y + 60}L${x + 120} ${y + 128}M${x - 160} ${y + 130}H${x - 80}M${x + 160} ${y + 130}H${x + 80}`,
    '#2a2f36',
    8,
  );
  grass(scene, 0, 1080, 1600, 150, ['#2c6a2b', '#4f9338', '#8cc04c'], 380);
  birds(scene, 330, 190, 120, 5, '#ffffff', 11);
  return scene;
};

export const shrimpPond = (): Scene => {
  const scene = new Scene('shrimp-pond');
  scene.rect(0, 0, 1600, 1067, scene.linear(['#a58a5e', '#7d6a44']));
  scene.group('transform="rotate(9 800 533) skewX(-12)"', () => {
    for (let row = 0; row < 4; row += 1)
      for (let column = 0; column < 5; column += 1) {
        const [x, y, w, h] = [-250 + column * 445, -190 + row * 372, 405, 330];
        const color = scene.pick(['#3f8a86', '#4f8f74', '#6d9a86', '#3a7a8a', '#87a08a']);
        scene.rect(x - 8, y - 8, w + 16, h + 16, '#d9c69a', 1, 40);
        scene.rect(x, y, w, h, scene.linear([darker(color, 0.25), color, lighter(color, 0.3)], 1, 1), 1, 32);
        for (const [px, py, turn] of [
          [0.28, 0.32, 0],
          [0.72, 0.68, 180],
        ] as const)
          scene.place(x + w * px, y + h * py, 1, turn, () => {
            scene.group(`${scene.rough(16, 0.05)} opacity="0.75"`, () => {
              scene.ellipse(30, 0, 66, 30, '#d8ece2', 0.5);
              for (const at of [-20, 0, 20]) scene.ellipse(28, at, 30, 9, '#ffffff');
              scene.path('M60 -26Q160 -60 170 10Q150 60 60 26Z', '#cfe6dc', 0.4);
            });
            scene.rect(-34, -30, 20, 60, '#2b4f74');
            scene.rect(-14, -3, 40, 6, '#3a3f44');
            for (const at of [-24, -2, 20]) scene.rect(4, at - 6, 20, 12, '#e3e7e3', 1, 3);
          });
        scene.line(x + w * 0.5, y + h, x + w * 0.5, y + h * 0.78, '#8d6a42', 9);
        scene.rect(x + w * 0.46, y + h * 0.74, w * 0.08, h * 0.08, '#a98252');
        if (scene.chance(0.5)) {
          const [px, py] = [x + w * scene.between(0.2, 0.8), y + h + 24];
          scene.ellipse(px + 14, py + 10, 24, 9, '#2c2416', 0.5);
          scene.circle(px, py, 15, '#ead9a8');
          scene.path(`M${px} ${py}L${px + 15} ${py}A15 15 0 0 1 ${px} ${py + 15}Z`, '#c2a86c');
        }
      }
    for (const [x, y] of [
      [180, 150],
      [1060, 895],
      [620, 520],
      [1470, 160],
      [170, 900],
      [1500, 530],
    ] as const) {
      scene.shade(x + 26, y + 30, 66, 44, 0.6);
      for (let frond = 0; frond < 12; frond += 1)
        scene.place(x, y, 1, frond * 30 + scene.between(-8, 8), () =>
          scene.path('M0 0Q30 -14 62 0Q30 12 0 0Z', frond % 2 ? '#41703c' : '#8bb055'),
        );
    }
    scene.rect(606, 880, 130, 90, '#b65b3d');
    scene.rect(606, 880, 130, 45, '#d07a55');
  });
  scene.texture(0, 0, 1600, 1067, {
    color: '#fff6d8',
    fx: 0.0025,
    fy: 0.004,
    cut: 0.5,
    gain: 3,
    opacity: 0.3,
  });
  scene.rect(0, 0, 1600, 1067, scene.linear(['#ffe7a6 0 0.35', '#ffe7a6 45 0', '#12303f 100 0.3'], 1, 1));
  return scene;
};
