/** The poses a figure can take. */

/** Degrees from straight down of the upper and the lower half of a limb; positive is forward (or outward). */
type Limb = readonly [number, number];

export interface Pose {
  lean?: number;
  arms: readonly [Limb, Limb];
  legs: readonly [Limb, Limb];
}

/** The lean of the back, then both arms and both legs: upper half, lower half. */
const pose = (
  lean: number,
  ...turns: readonly [number, number, number, number, number, number, number, number]
): Pose => {
  const [a, b, c, d, e, f, g, h] = turns;
  return {
    lean,
    arms: [
      [a, b],
      [c, d],
    ],
    legs: [
      [e, f],
      [g, h],
    ],
  };
};

export const poses = {
  stand: pose(0, 6, 10, -4, 6, 3, 0, -3, -3),
  wide: pose(0, 18, 8, 18, 8, 8, 6, 8, 6),
  walk: pose(3, -24, -4, 26, 40, 24, 8, -20, -38),
  stroll: pose(2, 14, 24, -14, -2, -14, -26, 16, 6),
  run: pose(12, -50, 30, 48, 128, 52, -24, -28, -84),
  sprint: pose(16, 52, 132, -56, 18, -34, -70, 58, -6),
  sit: pose(2, 34, 78, 30, 74, 86, 2, 82, -4),
  type: pose(8, 38, 88, 32, 84, 86, 4, 80, -8),
  bend: pose(62, 18, 10, 4, 14, 8, -6, -4, -8),
  squat: pose(26, 44, 60, 38, 70, 108, -36, 98, -42),
  lift: pose(24, 48, 66, 44, 62, 26, -14, -14, -22),
  carry: pose(-3, 34, 84, 30, 80, 20, 6, -18, -32),
  work: pose(12, 40, 82, 24, 74, 6, 0, -6, -6),
  reach: pose(4, 112, 126, 40, 70, 6, 2, -8, -10),
  point: pose(2, 84, 90, -6, 6, 4, 0, -6, -6),
  cheer: pose(0, 150, 168, 144, 172, 8, 4, 6, 4),
  wave: pose(0, 14, 10, 140, 170, 4, 2, 4, 2),
  taichi: pose(0, 84, 100, 70, 62, 30, 4, 24, 10),
  stretch: pose(0, 164, 176, 160, 176, 12, 8, 12, 8),
  kick: pose(-12, 60, 70, -54, -30, 48, 30, -12, -20),
  row: pose(22, 66, 82, 58, 88, 96, 20, 90, 14),
  pull: pose(-14, 30, 96, 20, 92, 84, 30, 78, 24),
  ride: pose(10, 46, 66, 42, 62, 74, 6, 66, -2),
  pole: pose(12, 60, 96, 30, 70, 16, 2, -16, -20),
  folded: pose(0, 16, -62, 16, -62, 4, 2, 4, 2),
} as const satisfies Record<string, Pose>;

export type PoseName = keyof typeof poses;

/** Poses that look different from the front or from behind. */
export const headOn: Partial<Record<PoseName, Pose>> = {
  walk: pose(0, 13, 4, 9, 16, 4, -2, 2, -5),
  stroll: pose(0, 10, 16, 12, 3, 5, 1, 1, -4),
  run: pose(0, 26, -50, 22, 10, 6, 0, 4, -14),
  work: pose(0, 20, -46, 20, -46, 4, 2, 4, 2),
  sit: pose(0, 14, -10, 14, -10, 24, 2, 24, 2),
  type: pose(0, 20, -46, 20, -46, 24, 2, 24, 2),
};

/** Seen head-on, the foot that steps back is a little higher. */
export const striding: readonly PoseName[] = ['walk', 'stroll', 'run'];
