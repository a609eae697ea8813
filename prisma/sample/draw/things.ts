/** Made things: motorbikes, cars, lamps, umbrellas, buildings. */
import { clothes, type Look, person } from './figures.ts';
import { darker, lighter, mix, num, type Point, type Scene } from './scene.ts';

/** A motorbike from the side; the rider's look is optional. `tall` is a person's height. */
export const motorbike = (
  scene: Scene,
  x: number,
  y: number,
  tall: number,
  color: string,
  way: 1 | -1,
  rider?: Look,
  passenger?: Look,
): void => {
  const s = tall / 165;
  scene.group(
    `transform="translate(${num(x)} ${num(y)}) scale(${(s * way).toFixed(3)} ${s.toFixed(3)})"`,
    () => {
      for (const wheel of [-58, 60]) {
        scene.circle(wheel, -27, 27, '#15161b');
        scene.circle(wheel, -27, 18, '#5c6068', 0.6);
        scene.circle(wheel, -27, 6, '#22242b');
      }
      scene.stroke('M60 -27L42 -92L30 -100', '#2a2c33', 6);
      scene.path('M-74 -62Q-40 -78 -6 -72L10 -40L36 -40L44 -86L54 -78L44 -30L-10 -24L-52 -34Z', color);
      scene.path('M-76 -70Q-30 -84 0 -72L-4 -66Q-40 -66 -74 -62Z', '#1b1c22');
      scene.circle(50, -86, 7, '#fff0c0');
      scene.rect(-80, -64, 8, 7, '#e0402f');
    },
  );
  if (passenger)
    person(scene, x - 32 * s * way, y - 18 * s, tall * 0.96, { pose: 'ride', look: passenger, facing: way });
  if (rider) person(scene, x + 2 * s * way, y - 16 * s, tall, { pose: 'ride', look: rider, facing: way });
};

/** Car seen from above. */
export const carAbove = (
  scene: Scene,
  x: number,
  y: number,
  long: number,
  turn: number,
  color: string,
): void =>
  scene.place(x, y, long / 100, turn, () => {
    scene.rect(-47, -16, 100, 44, '#0a0d18', 0.28, 12);
    scene.rect(-50, -21, 100, 42, color, 1, 11);
    scene.rect(-50, -21, 100, 14, lighter(color, 0.25), 0.5, 8);
    scene.poly(
      [
        [14, -18],
        [28, -16],
        [28, 16],
        [14, 18],
      ],
      '#1d2a36',
    );
    scene.poly(
      [
        [-34, -16],
        [-24, -17],
        [-24, 17],
        [-34, 16],
      ],
      '#1d2a36',
    );
    scene.rect(-22, -17, 36, 34, lighter(color, 0.18), 1, 4);
    scene.circle(48, -14, 3.4, '#fff3c9');
    scene.circle(48, 14, 3.4, '#fff3c9');
    scene.rect(-51, -17, 4, 7, '#d8362c');
    scene.rect(-51, 10, 4, 7, '#d8362c');
  });

/** Motorbike and rider seen from above. */
export const bikeAbove = (
  scene: Scene,
  x: number,
  y: number,
  long: number,
  turn: number,
  color: string,
): void => {
  const helmet = scene.pick(['#e4ddcd', '#c9482f', '#2f5d86', '#e0b23c', '#3b3f48', '#6d9a76']);
  const shirt = scene.pick(['#d9d2c2', '#4d7ea8', '#b4573e', '#48685a', '#8a6a8d', '#cfa24b']);
  scene.place(x, y, long / 100, turn, () => {
    scene.ellipse(6, 12, 48, 20, '#0a0d18', 0.28);
    scene.rect(-50, -6, 100, 12, '#1a1b20', 1, 6);
    scene.rect(-38, -11, 66, 22, color, 1, 9);
    scene.stroke('M28 -24L36 0L28 24', '#2b2d33', 5);
    scene.stroke('M-4 -18L28 -22M-4 18L28 22', shirt, 9);
    scene.ellipse(-8, 0, 17, 24, shirt);
    scene.circle(6, 0, 13, helmet);
    scene.ellipse(2, -4, 6, 5, '#ffffff', 0.35);
  });
};

export const umbrella = (scene: Scene, x: number, y: number, r: number, color: string): void => {
  scene.line(x, y - r * 0.3, x, y + r * 1.1, '#2a2a30', r * 0.05);
  const edge: string[] = [];
  for (let rib = 0; rib < 4; rib += 1) {
    const x2 = x + r - (rib + 1) * r * 0.5;
    edge.push(`Q${num(x2 + r * 0.25)} ${num(y - r * 0.16)} ${num(x2)} ${num(y)}`);
  }
  const dome = `M${num(x - r)} ${num(y)}A${num(r)} ${num(r * 0.72)} 0 0 1 ${num(x + r)} ${num(y)}`;
  scene.path(`${dome}${edge.join('')}Z`, color);
  scene.path(
    `M${num(x)} ${num(y - r * 0.7)}Q${num(x + r * 0.5)} ${num(y - r * 0.5)} ${num(x + r * 0.5)} ${num(y)}Q${num(x + r * 0.75)} ${num(y - r * 0.14)} ${num(x + r)} ${num(y)}A${num(r)} ${num(r * 0.72)} 0 0 0 ${num(x)} ${num(y - r * 0.7)}Z`,
    darker(color, 0.28),
  );
};

export const streetLamp = (
  scene: Scene,
  x: number,
  ground: number,
  tall: number,
  lit: string | undefined,
  way = 1,
): void => {
  const d = `M${num(x)} ${num(ground)}V${num(ground - tall * 0.86)}Q${num(x)} ${num(ground - tall)} ${num(x + tall * 0.16 * way)} ${num(ground - tall)}`;
  scene.stroke(d, '#23262e', Math.max(2, tall * 0.013));
  const [lx, ly] = [x + tall * 0.18 * way, ground - tall + 2];
  scene.ellipse(lx, ly, tall * 0.035, tall * 0.01, lit ?? '#cfd3d6');
  if (lit) scene.glow(lx, ly, tall * 0.55, lit, 0.7);
};

/** A paper or silk lantern that glows. */
export const lantern = (scene: Scene, x: number, y: number, r: number, color: string, glow = 0.6): void => {
  scene.line(x, y - r * 1.7, x, y + r * 1.7, '#3a2417', r * 0.07);
  scene.ellipse(
    x,
    y,
    r,
    r * 0.86,
    scene.radial([mix(color, '#fff4c8', 0.75), `${mix(color, '#ffd98a', 0.25)} 55`, darker(color, 0.25)]),
  );
  for (const part of [0.35, 0.75])
    scene.add(
      `<ellipse cx="${num(x)}" cy="${num(y)}" rx="${num(r * part)}" ry="${num(r * 0.86)}" fill="none" stroke="${darker(color, 0.3)}" stroke-width="${num(r * 0.035)}" opacity="0.5"/>`,
    );
  scene.rect(x - r * 0.3, y - r * 0.97, r * 0.6, r * 0.16, '#5a3416');
  scene.rect(x - r * 0.3, y + r * 0.8, r * 0.6, r * 0.14, '#5a3416');
  scene.rect(x - r * 0.06, y + r * 0.92, r * 0.12, r * 0.7, '#d8a63c');
  if (glow > 0) scene.glow(x, y, r * 3.4, color, glow);
};

export interface Facade {
  wall: string;
  window: string;
  lit?: string;
  /** Part of the windows that are lit. */
  litPart?: number;
  columns: number;
  rows: number;
}

/** A building's front with rows of windows. */
export const building = (scene: Scene, x: number, y: number, w: number, h: number, facade: Facade): void => {
  const { wall, window, lit = '#ffd88a', litPart = 0, columns, rows } = facade;
  scene.rect(x, y, w, h, scene.linear([lighter(wall, 0.1), wall, darker(wall, 0.18)]));
  const [cw, ch] = [w / (columns + 0.4), h / (rows + 0.6)];
  let [plain, bright, dim] = ['', '', ''];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const d = `M${num(x + cw * (column + 0.45))} ${num(y + ch * (row + 0.5))}h${num(cw * 0.55)}v${num(ch * 0.55)}h${num(-cw * 0.55)}Z`;
      if (!scene.chance(litPart)) plain += d;
      else if (scene.chance(0.5)) bright += d;
      else dim += d;
    }
  }
  if (plain) scene.path(plain, window);
  if (bright) scene.path(bright, lit);
  if (dim) scene.path(dim, mix(lit, wall, 0.4));
};

/** A towered skyline along a line. */
export const skyline = (
  scene: Scene,
  y: number,
  low: number,
  high: number,
  color: string,
  facade?: Omit<Facade, 'wall' | 'columns' | 'rows'>,
): void => {
  for (let x = -20; x < scene.width; ) {
    const w = scene.between(34, 90);
    const h = scene.between(low, high) * (scene.chance(0.15) ? 1.5 : 1);
    const wall = mix(color, darker(color, 0.25), scene.random());
    if (facade)
      building(scene, x, y - h, w, h, {
        ...facade,
        wall,
        columns: Math.round(w / 13),
        rows: Math.round(h / 17),
      });
    else scene.rect(x, y - h, w, h, wall);
    if (scene.chance(0.25)) scene.line(x + w / 2, y - h, x + w / 2, y - h - h * 0.18, wall, 2);
    x += w + scene.between(-6, 10);
  }
};

/** A flag on a pole: red with a star, or plain. */
export const flag = (
  scene: Scene,
  x: number,
  ground: number,
  tall: number,
  color: string,
  star = true,
  way = 1,
): void => {
  scene.line(x, ground, x, ground - tall, '#3a3d44', Math.max(1.5, tall * 0.018));
  const [w, h, y] = [tall * 0.45 * way, tall * 0.28, ground - tall];
  scene.path(
    `M${num(x)} ${num(y)}Q${num(x + w * 0.3)} ${num(y - h * 0.2)} ${num(x + w * 0.6)} ${num(y + h * 0.06)}T${num(x + w)} ${num(y + h * 0.05)}` +
      `V${num(y + h * 1.05)}Q${num(x + w * 0.8)} ${num(y + h * 1.2)} ${num(x + w * 0.6)} ${num(y + h * 1.06)}T${num(x)} ${num(y + h)}Z`,
    color,
  );
  if (!star) return;
  const points: Point[] = [];
  for (let tip = 0; tip < 10; tip += 1) {
    const r = h * (tip % 2 === 0 ? 0.3 : 0.12);
    const turn = (tip * Math.PI) / 5 - Math.PI / 2;
    points.push([x + w * 0.5 + Math.cos(turn) * r, y + h * 0.54 + Math.sin(turn) * r]);
  }
  scene.poly(points, '#f6cf3c');
};

/** A crowd's heads and shoulders, row upon row, seen from behind. */
export const crowd = (scene: Scene, y: number, size: number, color: string, rows = 2, tint = 0.25): void => {
  for (let row = 0; row < rows; row += 1) {
    const s = size * (1 + row * 0.25);
    for (let x = -s; x < scene.width + s; x += s * scene.between(0.75, 1.25)) {
      const [hx, hy] = [
        x + scene.between(-0.2, 0.2) * s,
        y + row * size * 0.6 + scene.between(-0.15, 0.15) * s,
      ];
      const fill = mix(color, clothes(scene).top, scene.between(0, tint));
      scene.path(
        `M${num(hx - s * 0.62)} ${num(hy + s * 1.7)}Q${num(hx - s * 0.6)} ${num(hy + s * 0.5)} ${num(hx)} ${num(hy + s * 0.42)}Q${num(hx + s * 0.6)} ${num(hy + s * 0.5)} ${num(hx + s * 0.62)} ${num(hy + s * 1.7)}Z`,
        fill,
      );
      scene.ellipse(hx, hy, s * 0.27, s * 0.34, darker(color, 0.1));
      scene.rect(hx - s * 0.11, hy + s * 0.2, s * 0.22, s * 0.3, darker(color, 0.1));
    }
  }
};
