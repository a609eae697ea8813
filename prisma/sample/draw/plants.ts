/** Trees, palms, grass, birds: the living things of the landscapes. */
import { darker, mix, num, type Point, type Scene } from './scene.ts';

export interface Leaves {
  dark: string;
  light: string;
  /** Where the light comes from: -1 left, 1 right. */
  sun?: number;
  count?: number;
}

/** A crown of leaves, shaded away from the light. */
export const crown = (scene: Scene, x: number, y: number, rx: number, ry: number, leaves: Leaves): void => {
  const { dark, light, sun = -1, count = 46 } = leaves;
  scene.group(scene.rough(Math.min(26, rx * 0.22), 0.045), () => {
    for (let blob = 0; blob < count; blob += 1) {
      const part = blob / count;
      const turn = scene.between(0, Math.PI * 2);
      const far = Math.sqrt(scene.random()) * (1 - part * 0.25);
      const [dx, dy] = [Math.cos(turn) * far, Math.sin(turn) * far];
      const lit = Math.max(0, Math.min(1, 0.35 + part * 0.5 + dx * sun * 0.25 - dy * 0.4 - 0.15));
      const r = rx * scene.between(0.16, 0.3) * (1 - part * 0.45);
      scene.ellipse(x + dx * rx * 0.85, y + dy * ry * 0.85, r * 1.25, r * 0.85, mix(dark, light, lit));
    }
  });
};

/** A broad tree standing at (x, ground). */
export const tree = (
  scene: Scene,
  x: number,
  ground: number,
  tall: number,
  leaves: Leaves,
  bark = '#4a3a2e',
): void => {
  const w = tall * 0.035;
  const lean = scene.between(-0.04, 0.04) * tall;
  scene.path(
    `M${num(x - w * 1.5)} ${num(ground)}Q${num(x - w * 0.7)} ${num(ground - tall * 0.2)} ${num(x + lean - w * 0.6)} ` +
      `${num(ground - tall * 0.6)}L${num(x + lean + w * 0.6)} ${num(ground - tall * 0.6)}Q${num(x + w * 0.7)} ` +
      `${num(ground - tall * 0.2)} ${num(x + w * 1.6)} ${num(ground)}Z`,
    bark,
  );
  for (const [dx, dy] of [
    [-0.22, 0.66],
    [0.2, 0.7],
    [0.02, 0.78],
  ] as const) {
    scene.line(x + lean * 0.6, ground - tall * 0.36, x + dx * tall, ground - tall * dy, bark, w * 0.8);
  }
  crown(scene, x + lean, ground - tall * 0.68, tall * 0.4, tall * 0.32, leaves);
};

/** A coconut palm. */
export const palm = (
  scene: Scene,
  x: number,
  ground: number,
  tall: number,
  color: string,
  bend = 0.12,
): void => {
  const [tx, ty] = [x + tall * bend, ground - tall];
  const d = `M${num(x)} ${num(ground)}Q${num(x + tall * bend * 0.1)} ${num(ground - tall * 0.55)} ${num(tx)} ${num(ty)}`;
  scene.stroke(d, darker(color, 0.25), tall * 0.028);
  for (let frond = 0; frond < 13; frond += 1) {
    const turn = -0.25 + (frond / 12) * (Math.PI + 0.5) + scene.between(-0.1, 0.1);
    const long = tall * scene.between(0.26, 0.36);
    const [ex, ey] = [tx + Math.cos(turn) * long, ty - Math.sin(turn) * long * 0.6 + long * 0.42];
    const [cx, cy] = [tx + Math.cos(turn) * long * 0.55, ty - Math.sin(turn) * long * 0.75 - long * 0.12];
    const thick = tall * 0.03;
    scene.path(
      `M${num(tx)} ${num(ty)}Q${num(cx)} ${num(cy)} ${num(ex)} ${num(ey)}Q${num(cx)} ${num(cy + thick * 2.2)} ` +
        `${num(tx)} ${num(ty)}Z`,
      frond % 2 === 0 ? color : darker(color, 0.18),
    );
  }
};

/** Blades along a strip of ground. */
export const grass = (
  scene: Scene,
  x: number,
  y: number,
  w: number,
  tall: number,
  colors: readonly string[],
  count = 160,
): void => {
  for (const color of colors) {
    let d = '';
    for (let blade = 0; blade < count / colors.length; blade += 1) {
      const bx = x + scene.between(0, w);
      const high = tall * scene.between(0.5, 1);
      const tip = scene.between(-0.4, 0.4) * high;
      d += `M${num(bx - 2)} ${num(y)}Q${num(bx)} ${num(y - high * 0.6)} ${num(bx + tip)} ${num(y - high)}`;
      d += `Q${num(bx + 3)} ${num(y - high * 0.5)} ${num(bx + 3)} ${num(y)}Z`;
    }
    scene.path(d, color);
  }
};

/** A line of far trees or bushes along a shore. */
export const thicket = (scene: Scene, x: number, y: number, w: number, tall: number, color: string): void => {
  scene.group(scene.rough(tall * 0.3, 0.06), () => {
    for (let at = 0; at < w; at += tall * 0.45) {
      const high = tall * scene.between(0.45, 1);
      scene.ellipse(
        x + at,
        y - high * 0.35,
        tall * scene.between(0.4, 0.7),
        high * 0.65,
        mix(color, darker(color, 0.2), scene.random()),
      );
    }
    scene.rect(x, y - tall * 0.3, w, tall * 0.3, color);
  });
};

/** Birds in the distance. */
export const birds = (
  scene: Scene,
  x: number,
  y: number,
  spread: number,
  count: number,
  color: string,
  size = 12,
): void => {
  for (let bird = 0; bird < count; bird += 1) {
    const [bx, by] = [x + scene.between(-1, 1) * spread, y + scene.between(-0.4, 0.4) * spread];
    const s = size * scene.between(0.6, 1.2);
    const flap = scene.between(0.2, 0.7) * s;
    scene.path(
      `M${num(bx)} ${num(by)}Q${num(bx - s * 0.5)} ${num(by - flap)} ${num(bx - s * 1.4)} ${num(by - flap * 0.5)}` +
        `Q${num(bx - s * 0.5)} ${num(by - flap * 0.5)} ${num(bx)} ${num(by + s * 0.22)}Q${num(bx + s * 0.5)} ` +
        `${num(by - flap * 0.5)} ${num(bx + s * 1.4)} ${num(by - flap * 0.5)}Q${num(bx + s * 0.5)} ${num(by - flap)} ${num(bx)} ${num(by)}Z`,
      color,
    );
  }
};

/** A jagged rock, lit from one side. */
export const rock = (
  scene: Scene,
  x: number,
  y: number,
  w: number,
  h: number,
  color: string,
  sun = -1,
): void => {
  const points: Point[] = [];
  for (let at = 0; at <= 12; at += 1) {
    const turn = Math.PI - (at / 12) * Math.PI;
    const r = scene.between(0.82, 1.08);
    points.push([x + Math.cos(turn) * w * r, y - Math.sin(turn) * h * r]);
  }
  const top = points[6] ?? [x, y - h];
  scene.poly(points, color);
  scene.poly(
    sun < 0 ? [...points.slice(6), [x + w * 0.1, y], top] : [...points.slice(0, 7), [x - w * 0.1, y]],
    darker(color, 0.32),
  );
  scene.poly([points[3] ?? top, points[5] ?? top, [x - w * 0.1, y - h * 0.35]], mix(color, '#fff2d8', 0.18));
};
