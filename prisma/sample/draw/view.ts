/** A camera looking level along the ground, in metres: it keeps sizes true with distance. */
import { darker, lighter, type Point, type Scene } from './scene.ts';

export type Spot = readonly [number, number, number];

export class View {
  readonly scene: Scene;
  readonly middle: number;
  readonly horizon: number;
  readonly eye: number;
  readonly focal: number;
  readonly sign: number;

  constructor(scene: Scene, horizon: number, eye: number, focal = 1400, middle = scene.width / 2, sign = 1) {
    this.scene = scene;
    this.horizon = horizon;
    this.eye = eye;
    this.focal = focal;
    this.middle = middle;
    this.sign = sign;
  }

  /** The same camera, seeing everything upside down in still water. */
  mirrored(): View {
    return new View(this.scene, this.horizon, this.eye, this.focal, this.middle, -1);
  }

  /** Pixels in a metre at this distance. */
  size(z: number): number {
    return this.focal / Math.max(0.3, z);
  }

  at(x: number, y: number, z: number): Point {
    const size = this.size(z);
    return [this.middle + x * size, this.horizon + (this.eye - y * this.sign) * size];
  }

  face(spots: readonly Spot[], fill: string, opacity = 1): void {
    this.scene.poly(
      spots.map(([x, y, z]) => this.at(x, y, z)),
      fill,
      opacity,
    );
  }

  line(from: Spot, to: Spot, color: string, metres: number, opacity = 1): void {
    const [x1, y1] = this.at(...from);
    const [x2, y2] = this.at(...to);
    const width = Math.max(0.7, (metres * (this.size(from[2]) + this.size(to[2]))) / 2);
    this.scene.line(x1, y1, x2, y2, color, width, opacity);
  }

  floor(x0: number, x1: number, z0: number, z1: number, fill: string, opacity = 1, y = 0): void {
    this.face(
      [
        [x0, y, z0],
        [x1, y, z0],
        [x1, y, z1],
        [x0, y, z1],
      ],
      fill,
      opacity,
    );
  }

  /** A wall along the line of sight. */
  side(x: number, y0: number, y1: number, z0: number, z1: number, fill: string, opacity = 1): void {
    this.face(
      [
        [x, y0, z0],
        [x, y1, z0],
        [x, y1, z1],
        [x, y0, z1],
      ],
      fill,
      opacity,
    );
  }

  /** A wall across the line of sight. */
  front(x0: number, x1: number, y0: number, y1: number, z: number, fill: string, opacity = 1): void {
    this.face(
      [
        [x0, y0, z],
        [x1, y0, z],
        [x1, y1, z],
        [x0, y1, z],
      ],
      fill,
      opacity,
    );
  }

  /** A box with a lit top, a front and the side that can be seen. */
  box(x0: number, x1: number, y0: number, y1: number, z0: number, z1: number, color: string): void {
    const top = y1 < this.eye;
    if (top) this.floor(x0, x1, z0, z1, lighter(color, 0.25), 1, y1);
    else this.floor(x0, x1, z0, z1, darker(color, 0.55), 1, y1);
    if (y0 > this.eye) this.floor(x0, x1, z0, z1, darker(color, 0.5), 1, y0);
    if (x0 > 0) this.side(x0, y0, y1, z0, z1, darker(color, 0.3));
    if (x1 < 0) this.side(x1, y0, y1, z0, z1, darker(color, 0.3));
    this.front(x0, x1, y0, y1, z0, color);
  }
}
