/** Boats. */
import { darker, lighter, num, type Scene } from './scene.ts';

/** A slim wooden boat, its waterline at y. */
export const sampan = (scene: Scene, x: number, y: number, long: number, color: string): void => {
  const [a, b, h] = [x - long / 2, x + long / 2, long * 0.075];
  scene.path(
    `M${num(a)} ${num(y - h * 2)}Q${num(a + long * 0.2)} ${num(y - h * 0.9)} ${num(x)} ${num(y - h * 0.85)}` +
      `Q${num(b - long * 0.2)} ${num(y - h * 0.9)} ${num(b)} ${num(y - h * 2)}Q${num(b - long * 0.12)} ${num(y + h * 0.6)} ` +
      `${num(x)} ${num(y + h * 0.6)}Q${num(a + long * 0.12)} ${num(y + h * 0.6)} ${num(a)} ${num(y - h * 2)}Z`,
    color,
  );
  scene.stroke(
    `M${num(a)} ${num(y - h * 2)}Q${num(a + long * 0.2)} ${num(y - h * 0.9)} ${num(x)} ${num(y - h * 0.85)}` +
      `Q${num(b - long * 0.2)} ${num(y - h * 0.9)} ${num(b)} ${num(y - h * 2)}`,
    lighter(color, 0.3),
    Math.max(1.5, h * 0.16),
  );
};

/** A wooden fishing boat with a wheelhouse. */
export const trawler = (
  scene: Scene,
  x: number,
  y: number,
  long: number,
  hull: string,
  house: string,
  way = 1,
): void => {
  scene.group(`transform="translate(${num(x)} ${num(y)}) scale(${way} 1)"`, () => {
    const h = long * 0.16;
    scene.rect(-long * 0.36, -h * 2.15, long * 0.26, h * 1.4, house);
    scene.rect(-long * 0.38, -h * 2.3, long * 0.31, h * 0.2, darker(house, 0.35));
    for (const at of [-0.33, -0.25, -0.17])
      scene.rect(long * at, -h * 1.9, long * 0.05, h * 0.45, '#1d2c38', 0.85);
    scene.line(-long * 0.2, -h * 2.2, -long * 0.2, -h * 3.9, darker(hull, 0.5), long * 0.009);
    scene.line(long * 0.2, -h, long * 0.2, -h * 3.2, darker(hull, 0.5), long * 0.01);
    scene.stroke(
      `M${num(long * 0.2)} ${num(-h * 3.2)}L${num(long * 0.5)} ${num(-h * 1.5)}M${num(long * 0.2)} ${num(-h * 3.2)}L${num(-long * 0.2)} ${num(-h * 3.8)}`,
      darker(hull, 0.5),
      1.4,
    );
    scene.path(
      `M${num(-long * 0.48)} ${num(-h)}Q0 ${num(-h * 0.6)} ${num(long * 0.56)} ${num(-h * 1.7)}Q${num(long * 0.46)} ` +
        `${num(-h * 0.1)} ${num(long * 0.32)} ${num(h * 0.2)}L${num(-long * 0.44)} ${num(h * 0.2)}Z`,
      scene.linear([lighter(hull, 0.12), hull, darker(hull, 0.5)]),
    );
    scene.stroke(
      `M${num(-long * 0.48)} ${num(-h)}Q0 ${num(-h * 0.6)} ${num(long * 0.56)} ${num(-h * 1.7)}`,
      lighter(hull, 0.55),
      long * 0.012,
    );
    scene.circle(long * 0.42, -h * 0.85, long * 0.014, '#f4ead2');
    scene.circle(long * 0.423, -h * 0.85, long * 0.006, '#1b1b1b');
    scene.poly(
      [
        [-long * 0.2, -h * 3.9],
        [-long * 0.1, -h * 3.7],
        [-long * 0.2, -h * 3.5],
      ],
      '#c8342b',
    );
  });
};
