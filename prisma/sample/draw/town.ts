/** The town: housing blocks, the skyline, the station. */
import { sampan } from './boats.ts';
import { clothes, dark, person } from './figures.ts';
import { birds, crown, tree } from './plants.ts';
import { darker, lighter, mix, Scene } from './scene.ts';
import { building, skyline } from './things.ts';
import { View } from './view.ts';

export const apartmentBlocks = (): Scene => {
  const scene = new Scene('apartment-blocks');
  scene.sky(['#6fb0cf', '#cfe3d3 60', '#fbe9bd']);
  scene.clouds(0, 420, '#ffffff', '#b4cbd0', 0.5, 0.7);
  building(scene, 560, 210, 300, 720, { wall: '#c9c4b4', window: '#8fa0a4', columns: 8, rows: 17 });
  building(scene, 1330, 120, 320, 820, { wall: '#bfb9ab', window: '#8799a0', columns: 8, rows: 19 });
  scene.mist(520, 360, '#f3e6c4', 0.5);
  const block = (x: number, y: number, w: number, floors: number, wall: string, step: number): void => {
    const h = floors * step;
    scene.rect(x, y, w, h, scene.linear([lighter(wall, 0.15), wall], 1, 0.4));
    scene.poly(
      [
        [x + w, y],
        [x + w + 90, y + 26],
        [x + w + 90, y + h],
        [x + w, y + h],
      ],
      darker(wall, 0.4),
    );
    const bays = Math.round(w / 120);
    const bw = w / bays;
    for (let floor = 0; floor < floors; floor += 1) {
      for (let bay = 0; bay < bays; bay += 1) {
        const [bx, by] = [x + bay * bw + bw * 0.1, y + floor * step + step * 0.14];
        scene.rect(bx, by, bw * 0.8, step * 0.62, scene.linear(['#3a4650', '#6b7273']));
        scene.rect(
          bx + bw * 0.08,
          by + 4,
          bw * 0.22,
          step * 0.58,
          scene.pick(['#a9c0bf', '#f1d79a', '#8d6e58', '#d5d9d0']),
        );
        scene.poly(
          [
            [bx, by],
            [bx + bw * 0.8, by],
            [bx + bw * 0.8, by + step * 0.12],
            [bx, by + step * 0.3],
          ],
          '#1d2731',
          0.5,
        );
        if (scene.chance(0.6)) {
          scene.line(bx, by + step * 0.13, bx + bw * 0.8, by + step * 0.15, '#e7e3d6', 1.5);
          for (let at = 0; at < 5; at += 1)
            if (scene.chance(0.75))
              scene.rect(
                bx + 4 + at * bw * 0.15,
                by + step * 0.14,
                bw * 0.12,
                step * scene.between(0.18, 0.32),
                scene.pick(['#d95f45', '#f3efe4', '#3f7ba3', '#e4b348', '#d38aa0', '#6fa08a']),
              );
        }
        scene.rect(bx - bw * 0.06, by + step * 0.42, bw * 0.92, step * 0.25, lighter(wall, 0.4));
        scene.rect(bx - bw * 0.06, by + step * 0.64, bw * 0.92, step * 0.05, darker(wall, 0.3));
        if (scene.chance(0.4))
          crown(scene, bx + bw * scene.between(0.1, 0.7), by + step * 0.38, bw * 0.13, step * 0.13, {
            dark: '#38603b',
            light: '#9cc05c',
            count: 9,
          });
        if (scene.chance(0.16))
          person(scene, bx + bw * 0.52, by + step * 0.64, step * 0.58, {
            pose: 'folded',
            view: 'front',
            look: clothes(scene),
          });
        scene.rect(bx - bw * 0.06, by + step * 0.42, bw * 0.92, step * 0.25, lighter(wall, 0.4), 0.9);
      }
    }
    scene.rect(x - 8, y - 14, w + 16, 18, lighter(wall, 0.3));
  };
  block(880, 190, 470, 8, '#e2a86c', 96);
  block(-60, 60, 590, 8, '#dcc38f', 112);
  scene.rect(0, 955, 1600, 120, scene.linear(['#a4ab74', '#6d7d54']));
  scene.poly(
    [
      [560, 1080],
      [690, 955],
      [830, 955],
      [960, 1080],
    ],
    '#d8c8a2',
  );
  for (const [x, t] of [
    [610, 270],
    [900, 330],
    [1480, 300],
    [90, 250],
  ] as const)
    tree(scene, x, 985, t, { dark: '#2f5636', light: '#b2c65c' });
  person(scene, 740, 1010, 118, { pose: 'walk', view: 'back', look: clothes(scene), shadow: 0.5 });
  person(scene, 785, 1008, 76, { pose: 'stroll', view: 'back', look: clothes(scene), shadow: 0.5 });
  scene.rect(0, 0, 1600, 1067, scene.linear(['#ffdf9a 0 0.4', '#ffdf9a 60 0'], 1, 0.7));
  return scene;
};

export const citySkyline = (): Scene => {
  const scene = new Scene('city-skyline', 1600, 900);
  const y = 560;
  scene.sky(['#2d3a68', '#7d5a85 35', '#e87f5c 72', '#fbc26b'], y);
  scene.clouds(20, 480, '#ff9a6b', '#4d3d68', 0.5, 0.8, 1.2);
  scene.sun(520, 500, 46, '#fff0bd', '#ff9c55');
  scene.hills(540, 40, '#a8627a', 2, y);
  scene.reflect(
    y,
    () => {
      skyline(scene, y, 50, 130, '#9a5a76');
      scene.mist(y - 120, 130, '#ffb27a', 0.35);
      skyline(scene, y, 30, 190, '#5a3d62', { window: '#6d4768', lit: '#ffcf86', litPart: 0.18 });
      for (const [x, w, h] of [
        [980, 74, 370],
        [1080, 90, 300],
        [1200, 66, 250],
        [300, 70, 240],
      ] as const) {
        building(scene, x, y - h, w, h, {
          wall: '#42305a',
          window: '#543c66',
          lit: '#ffd48c',
          litPart: 0.3,
          columns: 6,
          rows: Math.round(h / 18),
        });
        scene.rect(x, y - h, w * 0.14, h, '#ff9f6d', 0.55);
        scene.line(x + w / 2, y - h, x + w / 2, y - h - 60, '#42305a', 4);
      }
      for (let x = 0; x < 1600; x += scene.between(34, 80))
        crown(scene, x, y - 14, 34, 20, { dark: '#2a2445', light: '#6a4459', count: 12 });
    },
    0.6,
    34,
  );
  scene.rect(0, y, 1600, 340, scene.linear(['#f0925f 0 0.45', '#6a4470 45 0.55', '#1a1c3c 100 0.85']));
  scene.ripples(y, 340, '#ffc583', '#2a2348', 0.55);
  scene.glow(520, 640, 240, '#ffb566', 0.7, 1.2);
  sampan(scene, 1180, 770, 180, '#1a1530');
  person(scene, 1140, 760, 90, {
    pose: 'row',
    look: dark('#1a1530', { hat: 'conical', hatColor: '#1a1530' }),
    facing: 1,
    rim: '#ff9f6d',
  });
  scene.line(1120, 735, 1240, 782, '#1a1530', 3);
  birds(scene, 760, 220, 160, 8, '#3d2c50', 9);
  return scene;
};

export const trainStation = (): Scene => {
  const scene = new Scene('train-station');
  scene.sky(['#c4d9e4', '#f4e7c9 60']);
  const view = new View(scene, 500, 1.7, 1000, 930);
  view.floor(-40, 40, 1.6, 200, '#8e8a80');
  view.floor(-12, -2.1, 1.6, 200, '#5d5650', 1, -1);
  for (let z = 3; z < 60; z += 1.1) view.floor(-6.6, -3.4, z, z + 0.35, '#3f3833', 1, -0.98);
  for (const x of [-6, -4.3]) view.line([x, -0.9, 2], [x, -0.9, 150], '#c9c5bb', 0.09);
  for (let z = 66; z >= 8; z -= 14.5) {
    const far = z / 110;
    const body = mix('#c23a2e', '#e6d6c0', far);
    view.front(-8, -3.6, 0, 3.4, z, darker(body, 0.15));
    view.side(-3.6, -0.6, 3.4, z, z + 14, body);
    view.side(-3.59, 0.3, 0.9, z, z + 14, mix('#f1e6cc', '#e6d6c0', far));
    view.side(-3.58, 3.1, 3.5, z, z + 14, mix('#8c8f90', '#e6d6c0', far));
    for (let at = 1; at < 13; at += 1.9)
      view.side(-3.58, 1.4, 2.5, z + at, z + at + 1.3, mix('#24343f', '#ffdf9e', at % 3 < 1 ? 0.7 : 0.1));
  }
  view.front(-8.1, -3.6, -0.6, 3.6, 8, scene.linear(['#d14a38', '#9a2c28']));
  view.front(-7.6, -4.1, 1.7, 3, 7.99, scene.linear(['#2b4654', '#8fb5bd'], 1, 1));
  view.front(-8.1, -3.6, 0.5, 0.9, 7.98, '#f1e6cc');
  for (const x of [-7.4, -4.3]) {
    const [lx, ly] = view.at(x, 0.2, 8);
    scene.circle(lx, ly, 18, '#fff5cf');
    scene.glow(lx, ly, 120, '#ffe4a0', 0.8);
  }
  view.floor(-2.1, 30, 1.6, 200, scene.linear(['#e6d8bb', '#b5a588']));
  view.floor(-2, -1.5, 1.6, 200, '#e6b93d', 1, 0.01);
  view.side(-2.1, -1, 0, 1.6, 200, '#6e675d');
  for (let z = 60; z >= 4; z -= 8) {
    view.side(8, 0, 4.6, z, z + 7.8, mix('#d9b679', '#f4e7c9', z / 90));
    view.side(7.97, 0, 2.8, z + 1.4, z + 3, mix('#4c6b5d', '#f4e7c9', z / 90));
    view.side(7.97, 1, 2.9, z + 4.3, z + 6.4, mix('#3e5560', '#f4e7c9', z / 90));
  }
  view.face(
    [
      [-2.6, 4.9, 1.4],
      [9, 5.6, 1.4],
      [9, 5.6, 120],
      [-2.6, 4.9, 120],
    ],
    scene.linear(['#5a4637', '#9a8062']),
  );
  for (let z = 60; z >= 10; z -= 8) {
    view.line([2.4, 0, z], [2.4, 5.1, z], mix('#2e5a52', '#f4e7c9', z / 90), 0.2);
    view.line([-2.6, 4.9, z], [9, 5.6, z], '#3b3028', 0.22);
    view.line([2.4, 4, z], [0.6, 5, z], mix('#2e5a52', '#f4e7c9', z / 90), 0.12);
    view.floor(2.5, 6.4, z - 0.3, z + 0.5, '#3a2c2a', 0.25, 0.01);
  }
  const [cx, cy] = view.at(0.7, 3.9, 8.5);
  scene.line(cx, cy - 200, cx, cy, '#26302f', 8);
  scene.circle(cx, cy, 74, '#23433e');
  scene.circle(cx, cy, 64, '#fbf5e2');
  for (let hour = 0; hour < 12; hour += 1)
    scene.line(
      cx + Math.sin(hour * 0.5236) * 54,
      cy - Math.cos(hour * 0.5236) * 54,
      cx + Math.sin(hour * 0.5236) * 60,
      cy - Math.cos(hour * 0.5236) * 60,
      '#23302f',
      4,
    );
  scene.line(cx, cy, cx + 26, cy + 16, '#23302f', 7);
  scene.line(cx, cy, cx - 8, cy - 50, '#23302f', 5);
  for (const [x, z, pose, back] of [
    [0, 34, 'stand', false],
    [1.5, 27, 'walk', true],
    [-0.6, 20, 'stroll', true],
    [4.4, 17, 'stand', false],
    [0.9, 12.5, 'walk', false],
    [5.4, 10, 'folded', false],
    [-0.2, 8, 'walk', true],
    [3.6, 6.6, 'stand', true],
    [1.5, 5, 'walk', true],
    [-0.9, 4.4, 'stroll', false],
  ] as const) {
    const [sx, sy] = view.at(x, 0, z);
    const tall = view.size(z) * scene.between(1.55, 1.72);
    person(scene, sx, sy, tall, {
      pose,
      view: back ? 'back' : 'front',
      look: clothes(scene, { longHair: scene.chance(0.5) }),
      shadow: 0.5,
      rim: '#fff0c8',
    });
    scene.rect(
      sx + tall * 0.16,
      sy - tall * 0.36,
      tall * 0.2,
      tall * 0.34,
      scene.pick(['#2f5d78', '#8f3d35', '#4f5a46']),
      1,
      tall * 0.02,
    );
    scene.rect(sx + tall * 0.235, sy - tall * 0.45, tall * 0.05, tall * 0.1, '#33373a', 0.6);
  }
  scene.glow(760, 470, 520, '#fff0c0', 0.5);
  return scene;
};
