/** Streets of the city: rain, traffic from above, a boulevard. */
import { clothes, dark, person } from './figures.ts';
import { crown, tree } from './plants.ts';
import { darker, mix, Scene } from './scene.ts';
import { bikeAbove, carAbove, motorbike, umbrella } from './things.ts';
import { View } from './view.ts';

export const streetRain = (): Scene => {
  const scene = new Scene('street-rain');
  const y = 560;
  scene.sky(['#10182b', '#28324d 45', '#5b5068 70']);
  const view = new View(scene, y, 1.7, 1100, 860);
  scene.rect(0, y, 1600, 520, scene.linear(['#4d4a60', '#232a40 40', '#0d1220']));
  const street = (seen: View): void => {
    for (let z = 70; z > 5; z -= 6.5) {
      for (const way of [-1, 1]) {
        const high = scene.between(9, 17);
        const wall = mix(scene.pick(['#3b3f58', '#4a3f52', '#2f4258', '#54484a']), '#555068', z / 90);
        seen.side(way * 9, 0, high, z, z + 6.4, wall);
        seen.side(
          way * 8.9,
          0.3,
          3,
          z + 0.6,
          z + 5.6,
          scene.pick(['#ffc266', '#ff9a57', '#ffd995', '#8fd0d8', '#ff7f6e']),
          0.9,
        );
        seen.side(
          way * 8.6,
          3.1,
          3.9,
          z + 0.4,
          z + 6,
          scene.pick(['#c23b3b', '#1f7f86', '#d08a2e', '#7d3b78']),
        );
        for (let floor = 4.8; floor < high - 1; floor += 2.6)
          for (const at of [1, 3.6])
            seen.side(
              way * 8.95,
              floor,
              floor + 1.5,
              z + at,
              z + at + 1.5,
              scene.chance(0.45) ? '#ffd48a' : '#1c2338',
            );
      }
    }
  };
  scene.group(`${scene.rough(60, 0.01, 0.035, 5)} opacity="0.55"`, () => street(view.mirrored()));
  street(view);
  scene.mist(430, 200, '#8d7f92', 0.5);
  for (const [x, gy, r, color] of [
    [780, 500, 260, '#ffcf8a'],
    [260, 560, 330, '#ffab5e'],
    [1430, 560, 330, '#ff8a6a'],
    [520, 540, 200, '#ffd28a'],
  ] as const)
    scene.glow(x, gy, r, color, 0.55);
  scene.ripples(y + 60, 440, '#ffcf95', '#0a0e1a', 0.3);
  for (const [z, x] of [
    [34, 0.5],
    [24, -2.2],
  ] as const) {
    const [sx, sy] = view.at(x, 0, z);
    const size = view.size(z);
    motorbike(scene, sx, sy, size * 1.7, '#2b2d3a', 1, dark('#20222e'));
    scene.glow(sx, sy - size, size * 2.2, '#fff0c4', 0.9);
    scene.glow(sx, sy + size * 1.2, size * 1.6, '#ffe4a8', 0.5, 2.4);
  }
  const colors = ['#b3372f', '#d9a23a', '#2f6f86', '#59406e', '#c9c1b2'];
  for (const [x, z, pose] of [
    [-4.5, 17, 'walk'],
    [3.6, 13, 'stroll'],
    [5.4, 9.5, 'walk'],
    [-3.6, 8, 'stroll'],
    [-0.6, 6.2, 'walk'],
    [2.1, 5, 'stroll'],
  ] as const) {
    const [sx, sy] = view.at(x, 0, z);
    const tall = view.size(z) * 1.62;
    const color = mix('#141826', '#4b4a60', z / 34);
    scene.reflect(
      sy,
      () => {
        person(scene, sx, sy, tall, {
          pose,
          view: 'back',
          look: dark(color, { longHair: z % 2 === 0 }),
          rim: '#ffbd78',
        });
        umbrella(scene, sx + tall * 0.04, sy - tall * 0.98, tall * 0.36, scene.pick(colors));
      },
      0.4,
      34,
    );
  }
  scene.rain(520, '#e8e4ea', 0.26, 0.12);
  return scene;
};

export const traffic = (): Scene => {
  const scene = new Scene('traffic');
  scene.rect(0, 0, 1600, 1067, '#7f9a68');
  scene.group('transform="rotate(-14 800 533)"', () => {
    scene.rect(-400, -400, 2400, 2000, '#c3b59a');
    for (const [x, y] of [
      [-60, -120],
      [1200, -160],
      [-40, 880],
      [1210, 860],
    ] as const) {
      scene.rect(x - 330, y - 140, 720, 520, '#86a067', 1, 60);
      scene.rect(x - 260, y - 90, 320, 240, '#b56a4c');
      scene.rect(x - 260, y - 90, 320, 120, '#cf8562');
    }
    scene.rect(-400, 330, 2400, 420, '#565a63');
    scene.rect(590, -400, 440, 2000, '#565a63');
    scene.circle(810, 540, 300, '#565a63');
    for (let x = -400; x < 2000; x += 90)
      if (x < 480 || x > 1080) for (const y of [470, 610]) scene.rect(x, y, 50, 6, '#e9e3d0', 0.8);
    for (let y = -400; y < 1600; y += 90) if (y < 210 || y > 830) scene.rect(807, y, 6, 50, '#e9e3d0', 0.8);
    for (const x of [455, 1085]) for (let y = 350; y < 740; y += 36) scene.rect(x, y, 74, 20, '#efe9d8', 0.9);
    for (const y of [215, 800]) for (let x = 612; x < 1010; x += 36) scene.rect(x, y, 20, 66, '#efe9d8', 0.9);
    scene.circle(810, 540, 92, '#d9cfb8');
    scene.circle(810, 540, 82, '#7d9e5a');
    crown(scene, 810, 540, 66, 62, { dark: '#3c6138', light: '#a5c46c' });
    const colors = ['#b8342c', '#2c5d88', '#e5e0d2', '#2d3138', '#d8a636', '#5f7d72'];
    for (let at = 0; at < 54; at += 1) {
      const lane = at % 4;
      const along = scene.between(-320, 1900);
      const across = scene.between(20, 160);
      if (lane < 2 && (along < 440 || along > 1200))
        bikeAbove(
          scene,
          along,
          lane === 0 ? 545 + across : 340 + across,
          66,
          lane === 0 ? 0 : 180,
          scene.pick(colors),
        );
      else if (lane >= 2 && (along < 190 || along > 900))
        bikeAbove(
          scene,
          lane === 2 ? 600 + across : 820 + across,
          along,
          66,
          lane === 2 ? 90 : -90,
          scene.pick(colors),
        );
    }
    for (let at = 0; at < 16; at += 1)
      bikeAbove(
        scene,
        1030 - (at % 4) * 12 + Math.cos(at) * 60,
        560 + (at % 8) * 22,
        66,
        scene.between(-20, 10),
        scene.pick(colors),
      );
    carAbove(scene, 300, 650, 150, 0, '#e9e5da');
    carAbove(scene, 1310, 410, 150, 180, '#b23a30');
    carAbove(scene, 660, 130, 145, 90, '#33526e');
    carAbove(scene, 950, 1010, 150, -90, '#d9b24a');
    carAbove(scene, 1480, 680, 230, 0, '#3b8f80');
    for (const [x, y] of [
      [470, 250],
      [400, 210],
      [1130, 260],
      [1180, 220],
      [480, 830],
      [430, 880],
      [1150, 830],
      [60, 250],
      [1500, 250],
      [30, 820],
      [1500, 820],
      [520, 60],
      [1100, 60],
      [520, 1010],
      [1110, 1020],
    ] as const) {
      scene.shade(x + 22, y + 26, 74, 66, 0.5);
      crown(scene, x, y, scene.between(56, 76), scene.between(52, 72), { dark: '#35582f', light: '#a3bf62' });
    }
  });
  scene.rect(0, 0, 1600, 1067, scene.linear(['#ffe9b0 0 0.28', '#ffe9b0 50 0', '#1b2a4a 100 0.25'], 1, 1));
  return scene;
};

export const sidewalkTrees = (): Scene => {
  const scene = new Scene('sidewalk-trees');
  scene.sky(['#bfe0dc', '#f6f0cc 55']);
  const view = new View(scene, 500, 1.65, 1050, 560);
  view.floor(-30, 40, 1.5, 200, '#a9b08a');
  view.floor(4.2, 14, 1.5, 200, scene.linear(['#b6b0a0', '#6f7078']));
  view.floor(1.4, 4.1, 1.5, 200, scene.linear(['#c98a63', '#a8573f']));
  view.floor(-4.5, 1.2, 1.5, 200, scene.linear(['#efe0ba', '#cbb48d']));
  for (const x of [1.25, 4.1]) view.floor(x, x + 0.14, 1.5, 200, '#f4ecd8');
  for (let z = 3; z < 80; z += 1.3) view.floor(-4.5, 1.2, z, z + 0.04, '#a08a68', 0.5, 0.005);
  for (let z = 60; z >= 4; z -= 5.6) {
    const wall = mix(
      scene.pick(['#e6c98d', '#d9b7a0', '#bcc9b5', '#e8ddc4']),
      '#f0ecc9',
      Math.min(0.7, z / 80),
    );
    view.side(-8.5, 0, scene.between(6, 10), z, z + 5.5, wall);
    for (const floor of [0.4, 3.6]) view.side(-8.45, floor, floor + 2, z + 1, z + 4.4, darker(wall, 0.5));
  }
  for (let z = 66; z > 4; z -= 5.2) {
    for (const x of [-4.9, 1.0, 9.6]) {
      if (x === 1 && z < 9) continue;
      const [sx, sy] = view.at(x, 0, z + (x > 5 ? 3 : 0));
      const size = view.size(z);
      const far = Math.min(0.75, z / 75);
      scene.ellipse(sx + size * 1.6, sy + size * 0.1, size * 2.3, size * 0.35, '#3b4a3f', 0.32);
      tree(
        scene,
        sx,
        sy,
        size * scene.between(6.4, 7.4),
        {
          dark: mix('#2c5138', '#cfe0b8', far),
          light: mix('#b4c95a', '#f0f0c4', far),
          sun: 1,
          count: z < 20 ? 60 : 26,
        },
        mix('#5a4636', '#c9cfa8', far),
      );
    }
    if (z < 50 && Math.round(z) % 2 === 0) {
      const [px, py] = view.at(scene.between(-3.4, 0), 0, z);
      person(scene, px, py, view.size(z) * scene.between(1.5, 1.7), {
        pose: scene.pick(['walk', 'stroll', 'stand'] as const),
        view: scene.pick(['back', 'front'] as const),
        look: clothes(scene, {
          longHair: scene.chance(0.5),
          hat: scene.pick(['none', 'conical', 'cap'] as const),
        }),
        shadow: 0.5,
        rim: '#fff3c4',
      });
    }
  }
  const bicycle = (x: number, z: number, top: string): void => {
    const [sx, sy] = view.at(x, 0, z);
    const s = view.size(z);
    scene.shade(sx + s * 0.3, sy, s * 0.7, s * 0.12, 0.5);
    scene.line(sx, sy, sx, sy - s * 0.66, '#22252b', s * 0.07);
    scene.line(sx - s * 0.28, sy - s * 1.02, sx + s * 0.28, sy - s * 1.02, '#3b3f46', s * 0.04);
    person(scene, sx, sy - s * 0.16, s * 1.55, {
      pose: 'wide',
      view: 'back',
      look: clothes(scene, { top, longHair: true, hat: 'conical' }),
      rim: '#fff3c4',
    });
    scene.ellipse(sx, sy - s * 0.78, s * 0.13, s * 0.06, '#22252b');
  };
  bicycle(2.4, 15, '#3f6c8c');
  bicycle(3.1, 8.4, '#e9e2d0');
  scene.glow(760, 420, 620, '#fff0b4', 0.6);
  return scene;
};
