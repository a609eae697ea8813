/** Hills and greenhouses. */
import { clothes, person } from './figures.ts';
import { crown, tree } from './plants.ts';
import { darker, lighter, mix, num, type Point, Scene } from './scene.ts';
import { View } from './view.ts';

export const terraces = (): Scene => {
  const scene = new Scene('terraces');
  scene.sky(['#8fb2b5', '#dfe5cf 45']);
  scene.hills(220, 120, '#a9c2bf', 2);
  scene.hills(290, 90, '#8fb0a6', 2.6);
  scene.mist(200, 200, '#eef0e0', 0.9);
  const slope = (part: number, x: number): number =>
    330 +
    part * 690 +
    Math.sin(x / 230 + part * 3.2) * (34 + part * 26) +
    Math.sin(x / 97 + part * 8) * 15 -
    Math.cos((x - 500) / 520) * 130 * (1 - part * 0.5);
  for (let step = 0; step < 27; step += 1) {
    const part = (step / 26) ** 1.25;
    const top: Point[] = [];
    for (let x = -20; x <= 1620; x += 16) top.push([x, slope(part, x)]);
    const green = mix(
      mix('#9fb98a', scene.pick(['#6f9a3f', '#94ac3c', '#c2b146', '#5f8f4a']), 0.4 + part * 0.6),
      '#dfe7cf',
      0.45 * (1 - part),
    );
    const flooded = scene.chance(0.3);
    const base: Point[] = [
      [1620, 1080],
      [-20, 1080],
    ];
    scene.poly(
      [...top, ...base],
      flooded ? mix('#dfeadf', '#9fc0c4', part) : scene.linear([lighter(green, 0.2), darker(green, 0.15)]),
    );
    const edge = 6 + part * 13;
    const lip = top.map(([x, y]): Point => [x, y + edge + Math.sin(x / 60 + step) * edge * 0.4]);
    scene.poly([...top, ...lip.reverse()], darker(green, 0.35), 0.85);
    scene.stroke(
      `M${top.map(([x, y]) => `${num(x)} ${num(y)}`).join('L')}`,
      lighter(green, 0.5),
      1.5 + part * 2,
      0.8,
    );
    if (step === 9) scene.mist(380, 220, '#f3f3e4', 0.6);
    if (step === 13) {
      const [hx, hy] = [1130, slope(part, 1130)];
      scene.poly(
        [
          [hx - 80, hy - 40],
          [hx, hy - 96],
          [hx + 84, hy - 42],
        ],
        '#7a5a3c',
      );
      scene.rect(hx - 58, hy - 44, 116, 52, '#a58258');
      scene.rect(hx - 12, hy - 30, 26, 38, '#4a3626');
      tree(scene, hx + 130, hy + 10, 150, { dark: '#3b5f3b', light: '#a9bf6c' });
      tree(scene, hx - 120, hy + 14, 120, { dark: '#3b5f3b', light: '#a9bf6c' });
    }
    if (step === 20)
      for (const x of [420, 480, 620])
        person(scene, x, slope(part, x) + 8, 74, {
          pose: x === 620 ? 'bend' : 'walk',
          facing: 1,
          look: clothes(scene, { hat: 'conical' }),
        });
  }
  scene.mist(280, 260, '#f4f4e6', 0.55);
  scene.rect(0, 0, 1600, 1067, scene.linear(['#fff3c4 0 0.45', '#fff3c4 60 0'], 1, 0.8));
  tree(scene, 90, 1090, 520, { dark: '#1f3a2a', light: '#5d7f45', sun: 1, count: 70 }, '#2b2a22');
  return scene;
};

export const greenhouse = (): Scene => {
  const scene = new Scene('greenhouse');
  scene.rect(0, 0, 1600, 1067, scene.linear(['#d8ecea', '#f6f7e4 45', '#b6c79a']));
  const view = new View(scene, 430, 1.9, 900, 800);
  for (let z = 60; z > 2.5; z -= 3.4) {
    const far = Math.min(0.85, z / 45);
    const pen = mix('#7d9294', '#f2f6ea', far);
    const arch = Array.from({ length: 21 }, (_, at) => {
      const turn = (at / 20) * Math.PI;
      return view.at(Math.cos(turn) * 6.2, 2.6 + Math.sin(turn) * 2.6, z);
    });
    const d = `M${arch.map(([x, y]) => `${num(x)} ${num(y)}`).join('L')}`;
    scene.path(`${d}Z`, '#ffffff', 0.05);
    scene.stroke(d, pen, Math.max(1, view.size(z) * 0.07));
    for (const x of [-6.2, 6.2]) view.line([x, 0, z], [x, 2.6, z], pen, 0.08);
    view.line([-5.9, 3.3, z], [5.9, 3.3, z], pen, 0.04);
  }
  for (const [x, y] of [
    [-6.2, 2.6],
    [6.2, 2.6],
    [0, 5.2],
    [-4.4, 4.4],
    [4.4, 4.4],
  ] as const)
    view.line([x, y, 2], [x, y, 60], '#8ea3a2', 0.06, 0.8);
  view.floor(-6.2, 6.2, 1.5, 60, scene.linear(['#cdb58a', '#8f7350']));
  const beds = [
    [-5.9, -3.9, '#4f8a3c', '#b6d860'],
    [-3.2, -1.1, '#6f9e35', '#d9e87a'],
    [1.1, 3.2, '#7d3550', '#c9788a'],
    [3.9, 5.9, '#3c7a45', '#9fd06a'],
  ] as const;
  for (const [x0, x1] of beds) view.box(x0, x1, 0, 0.35, 1.8, 50, '#d9d3c2');
  for (let z = 40; z > 2; z *= 0.9) {
    const far = Math.min(0.7, z / 45);
    for (const [x0, x1, low, high] of beds) {
      for (let at = 0; at < 3; at += 1) {
        const [sx, sy] = view.at(x0 + 0.4 + at * 0.6, 0.5, z);
        const s = view.size(z) * 0.33;
        const ripe = high === '#9fd06a' && z < 14;
        crown(scene, sx, sy, s, s * 0.62, {
          dark: mix(low, '#e6eecf', far),
          light: mix(high, '#f4f7dc', far),
          count: z < 10 ? 22 : 9,
        });
        if (ripe)
          for (let berry = 0; berry < 3; berry += 1)
            scene.circle(
              sx + scene.between(-0.6, 0.6) * s,
              sy + scene.between(-0.2, 0.4) * s,
              s * 0.13,
              '#d8412f',
            );
        if (x1 > 5 || x0 < -5) scene.line(sx, sy, sx, sy - view.size(z) * 2.2, '#8aa08c', 1, 0.6);
      }
    }
    if (z < 20 && z > 17)
      person(scene, 770, view.at(0, 0, z)[1], view.size(z) * 1.6, {
        pose: 'walk',
        view: 'front',
        look: clothes(scene, { hat: 'conical', top: '#d98a4a' }),
        shadow: 0.5,
      });
    if (z < 8 && z > 7.2)
      person(scene, view.at(0.1, 0, z)[0], view.at(0, 0, z)[1], view.size(z) * 1.6, {
        pose: 'work',
        facing: -1,
        look: clothes(scene, { hat: 'conical', top: '#3d7f96', longHair: true }),
        shadow: 0.6,
        rim: '#fbfff0',
      });
  }
  scene.glow(800, 330, 620, '#fffbe0', 0.7);
  return scene;
};

export const teaHill = (): Scene => {
  const scene = new Scene('tea-hill');
  scene.sky(['#f1c89a', '#f8e6bd 30', '#dfe6c4 45']);
  scene.sun(270, 190, 46, '#fff7da', '#ffd592');
  scene.hills(300, 150, '#a7bfae', 1.6);
  scene.mist(250, 200, '#f8edd0', 0.8);
  scene.hills(420, 110, '#7fa579', 2.2);
  scene.mist(380, 160, '#f2ecca', 0.6);
  const mound = (
    cx: number,
    cy: number,
    rx: number,
    ry: number,
    rows: number,
    dark0: string,
    light0: string,
  ): void => {
    scene.ellipse(cx, cy, rx, ry, dark0);
    for (let row = 0; row < rows; row += 1) {
      const part = row / rows;
      const [w, y] = [rx * Math.sin(Math.acos(1 - part)), cy - ry + part * ry];
      const thick = (ry / rows) * (0.75 + part * 0.2);
      const d = `M${num(cx - w)} ${num(y + ry * 0.34 * part + thick)}Q${num(cx)} ${num(y - ry * 0.12 * part)} ${num(cx + w)} ${num(y + ry * 0.34 * part + thick)}`;
      scene.stroke(d, darker(dark0, 0.3), thick * 0.95);
      scene.group(`transform="translate(-4 ${num(-thick * 0.22)})"`, () =>
        scene.stroke(d, mix(dark0, light0, 0.65), thick * 0.62),
      );
      scene.group(`transform="translate(-8 ${num(-thick * 0.36)})"`, () =>
        scene.stroke(d, light0, thick * 0.2, 0.8),
      );
    }
  };
  scene.group(scene.rough(9, 0.06), () => {
    mound(1250, 860, 760, 430, 20, '#5d8f4a', '#b9d46a');
    mound(250, 980, 820, 460, 17, '#467f3c', '#aacb58');
  });
  for (const [x, y, s, facing] of [
    [1120, 590, 96, 1],
    [1240, 560, 92, -1],
    [1370, 600, 98, 1],
    [1010, 680, 106, 1],
  ] as const)
    person(scene, x, y, s, {
      pose: 'work',
      facing,
      look: clothes(scene, { hat: 'conical', longHair: true }),
      rim: '#fff2c0',
    });
  scene.group(scene.rough(9, 0.06), () => mound(1000, 1330, 1150, 500, 12, '#33702f', '#9cc94a'));
  for (const [x, y, s, facing, top] of [
    [520, 1010, 330, 1, '#c8553d'],
    [1130, 960, 310, -1, '#3f6c8c'],
  ] as const) {
    person(scene, x, y, s, {
      pose: 'work',
      facing,
      look: clothes(scene, { hat: 'conical', longHair: true, top }),
      rim: '#fff0b8',
    });
    scene.ellipse(x - facing * s * 0.15, y - s * 0.58, s * 0.12, s * 0.16, '#b98a4c');
    scene.ellipse(x - facing * s * 0.15, y - s * 0.7, s * 0.12, s * 0.05, '#7fae45');
  }
  scene.group(scene.rough(16, 0.07), () =>
    scene.stroke('M-20 1070Q500 930 1000 1010T1640 990', '#4a8a36', 110),
  );
  scene.group(scene.rough(16, 0.07), () =>
    scene.stroke('M-20 1046Q500 906 1000 986T1640 966', '#93c24c', 44),
  );
  return scene;
};
