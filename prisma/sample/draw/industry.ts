/** The container port and the factory. */
import { clothes, dark, person } from './figures.ts';
import { birds } from './plants.ts';
import { darker, lighter, mix, type Point, Scene } from './scene.ts';
import { View } from './view.ts';

const boxes = ['#b5402f', '#2f6288', '#d59b34', '#3f7d6b', '#8b8f92', '#7d4a3c', '#c9c3b2'];

export const portContainers = (): Scene => {
  const scene = new Scene('port-containers');
  const y = 640;
  scene.sky(['#2f6a94', '#86b7c7 50', '#f6dfb0']);
  scene.clouds(30, 480, '#fff4de', '#8aa9b6', 0.5, 0.75, 1.2);
  scene.hills(634, 36, '#8fa9ae', 3, y);
  scene.water(y, ['#9fc2bf', '#4c7f8c'], '#eef2df', '#2f5f70', 0.5);
  scene.reflect(
    742,
    () => {
      scene.poly(
        [
          [-40, 610],
          [800, 620],
          [880, 596],
          [850, 742],
          [-40, 742],
        ],
        scene.linear(['#243b52', '#1b2a3b 70', '#8b3129 71', '#6d241f']),
      );
      for (let x = 0; x < 760; x += 62)
        for (let row = 0; row < scene.between(2, 6); row += 1)
          scene.rect(x, 590 - row * 30, 60, 29, mix(scene.pick(boxes), '#c4cfc4', 0.2));
      scene.rect(-20, 390, 110, 230, '#efece0');
      for (let row = 0; row < 5; row += 1) scene.rect(-10, 410 + row * 38, 92, 12, '#40586a');
    },
    0.4,
  );
  const crane = (x: number, s: number, color: string): void =>
    scene.place(x, 800, s, 0, () => {
      const pen = (d: string, w: number, tone = color): void => scene.stroke(d, tone, w);
      pen('M-90 0L-60 -420M90 0L60 -420M-30 0L-10 -420M150 0L110 -420', 15);
      pen('M-80 -140H140M-66 -300H122', 11, darker(color, 0.2));
      pen('M-90 0L60 -300M90 0L-66 -300', 5, darker(color, 0.2));
      pen('M-470 -420H260', 17);
      pen('M0 -420L30 -610L-440 -425M30 -610L250 -425M30 -610V-420', 7);
      scene.rect(60, -470, 130, 46, lighter(color, 0.2));
      scene.line(-300, -420, -300, -250, '#22303a', 3);
      scene.line(-250, -420, -250, -250, '#22303a', 3);
      scene.rect(-340, -250, 130, 46, '#d59b34');
    });
  crane(1420, 0.72, '#7d9aa6');
  crane(1120, 0.95, '#c74c36');
  crane(720, 1.12, '#d9573c');
  scene.rect(0, 800, 1600, 270, scene.linear(['#b1a591', '#77706a']));
  scene.rect(0, 794, 1600, 12, '#d9cfb6');
  const stack = (x: number, ground: number, w: number, rows: number, columns: number): void => {
    const h = w * 0.42;
    for (let column = 0; column < columns; column += 1) {
      const high = Math.max(1, rows - Math.floor(scene.between(0, 2.4)));
      for (let row = 0; row < high; row += 1) {
        const color = scene.pick(boxes);
        const [bx, by] = [x + column * (w + 3), ground - (row + 1) * h];
        scene.rect(bx, by, w, h - 2, scene.linear([lighter(color, 0.15), color, darker(color, 0.3)]));
        let ribs = '';
        for (let at = 1; at < 16; at += 1)
          ribs += `M${(bx + (w * at) / 16).toFixed(1)} ${by + 5}v${(h - 12).toFixed(1)}`;
        scene.stroke(ribs, darker(color, 0.35), w * 0.012, 0.6);
      }
      scene.shade(x + column * (w + 3) + w / 2, ground + 4, w * 0.6, 16, 0.5);
    }
  };
  stack(930, 872, 150, 4, 5);
  stack(-60, 985, 250, 4, 3);
  stack(1330, 1000, 260, 3, 2);
  for (const x of [880, 960, 1190])
    person(scene, x, 1000, 130, {
      pose: x === 960 ? 'point' : 'stand',
      view: x === 1190 ? 'back' : 'side',
      facing: 1,
      look: clothes(scene, { top: '#f08a2a', hat: 'helmet', hatColor: '#f6e04a' }),
      shadow: 0.6,
    });
  birds(scene, 500, 220, 120, 5, '#f4f1e6', 11);
  return scene;
};

export const factoryLine = (): Scene => {
  const scene = new Scene('factory-line');
  scene.rect(0, 0, 1600, 1067, scene.linear(['#203443', '#3a5560', '#24333c']));
  const view = new View(scene, 400, 2.6, 900, 1060);
  view.floor(-14, 10, 1.8, 60, scene.linear(['#9db0a8', '#3f5158']));
  for (let z = 50; z > 2; z -= 6) {
    view.line([-14, 0, z], [-14, 7.4, z], '#14222c', 0.3);
    view.line([-14, 7.4, z], [10, 7.4, z], '#14222c', 0.35);
    view.line([10, 0, z], [10, 7.4, z], '#14222c', 0.3);
    view.side(-13.9, 3.2, 6.4, z, z + 5.2, scene.linear(['#fff3cf', '#a9d0cf'], 1, 0), 0.85);
    view.side(9.9, 3.2, 6.4, z, z + 5.2, '#7fa9b0', 0.5);
    for (const x of [-7, 0, 6]) {
      const [lx, ly] = view.at(x, 6.4, z + 2);
      scene.ellipse(lx, ly, view.size(z) * 0.5, view.size(z) * 0.08, '#fff6d6');
      scene.glow(lx, ly + 4, view.size(z) * 2.2, '#ffedb8', 0.35);
    }
  }
  const shafts: Point[] = [
    [40, 120],
    [420, 330],
    [1100, 1067],
    [300, 1067],
  ];
  scene.group(`${scene.blur(30)} opacity="0.16"`, () => scene.poly(shafts, '#fff1c2'));
  for (const x of [-8.5, 3.5])
    for (let z = 40; z > 6; z -= 5) {
      view.box(x, x + 2, 0, 2.2, z, z + 3, mix('#4d7f7c', '#a9bdb4', z / 60));
      view.front(x + 0.3, x + 1.2, 1.2, 1.9, z - 0.01, '#1a2a33');
      view.front(x + 1.4, x + 1.7, 1.5, 1.7, z - 0.01, '#ff8a4a');
    }
  view.box(-3.2, -1, 0, 0.95, 2.4, 46, '#3b4a52');
  view.floor(-3, -1.2, 2.4, 46, scene.linear(['#33404a', '#141c22']), 1, 0.96);
  view.line([-1, 0.98, 2.4], [-1, 0.98, 46], '#e8b23f', 0.1);
  for (let z = 40; z > 2.6; z -= 1.9) {
    view.box(-2.7, -1.6, 0.96, 1.35, z, z + 0.9, scene.pick(['#c9cfd0', '#b9c2c4']));
    const [gx, gy] = view.at(-2.1, 1.5, z + 0.4);
    scene.ellipse(gx, gy, view.size(z) * 0.28, view.size(z) * 0.12, '#d9a13d');
    scene.ellipse(gx, gy, view.size(z) * 0.13, view.size(z) * 0.055, '#5b4a33');
  }
  for (let z = 30; z > 3.6; z *= 0.76) {
    for (const x of [-4.1, -0.1]) {
      const [sx, sy] = view.at(x, 0, z + (x < -1 ? 0.8 : 0));
      const color = mix('#101b24', '#4d646b', z / 42);
      person(scene, sx, sy, view.size(z) * 1.68, {
        pose: 'work',
        view: 'side',
        facing: x < -2 ? 1 : -1,
        look: dark(color, {
          top: mix(color, '#2f6fa0', 0.55),
          hat: 'cap',
          hatColor: mix(color, '#e0b040', 0.7),
        }),
        shadow: 0.6,
        rim: '#e7f0dc',
      });
    }
    if (z < 12) {
      const [ax, ay] = view.at(-2.1, 1.5, z * 0.88);
      scene.glow(ax, ay, view.size(z) * 1.1, '#ffb655', 0.5);
    }
  }
  return scene;
};
