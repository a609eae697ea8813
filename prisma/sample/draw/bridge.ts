/** The Vạn Chài bridge as a thing in space, with its image in the river. */
import { darker } from './scene.ts';
import type { Spot, View } from './view.ts';

export interface Bridge {
  from: readonly [number, number];
  to: readonly [number, number];
  deck: number;
  tower: number;
  concrete: string;
  shaded: string;
  cable: string;
  lit?: string;
  /** Part of the length still missing in the middle. */
  gap?: number;
}

/** A cable-stayed bridge between two points of the ground. */
const drawBridge = (view: View, bridge: Bridge): void => {
  const { from, to, deck, tower, concrete, shaded, cable, lit, gap = 0 } = bridge;
  const long = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const [ux, uz] = [(to[0] - from[0]) / long, (to[1] - from[1]) / long];
  const spot = (part: number, y: number, off = 0): Spot => [
    from[0] + ux * long * part - uz * off,
    y,
    from[1] + uz * long * part + ux * off,
  ];
  const spans =
    gap > 0
      ? ([
          [0, 0.5 - gap / 2],
          [0.5 + gap / 2, 1],
        ] as const)
      : ([[0, 1]] as const);
  const near = from[1] * ux > 0 ? 9 : -9;
  const pylon = (part: number): void => {
    for (const off of [-near, near]) {
      view.line(
        spot(part, -2, off),
        spot(part, deck, off * 0.95),
        darker(shaded, off === near ? 0 : 0.2),
        5.4,
      );
      view.line(
        spot(part, deck, off * 0.95),
        spot(part, deck + tower * 0.72, off * 0.45),
        off === near ? concrete : shaded,
        4.2,
      );
    }
    view.line(spot(part, deck + tower * 0.7), spot(part, deck + tower), concrete, 4.8);
    view.line(
      spot(part, deck + tower * 0.74, -near * 0.4),
      spot(part, deck + tower * 0.74, near * 0.4),
      shaded,
      3,
    );
    view.line(spot(part, deck - 4, -near), spot(part, deck - 4, near), shaded, 3.5);
  };
  const cables = (part: number, off: number): void => {
    for (let stay = 1; stay <= 11; stay += 1) {
      for (const way of [-1, 1]) {
        const end = part + way * stay * 0.0205;
        if (gap > 0 && Math.abs(end - 0.5) < gap / 2) continue;
        const high = deck + tower * (0.74 + stay * 0.021);
        view.line(spot(part, high), spot(end, deck + 1, off), cable, 0.22, 0.75);
      }
    }
  };
  for (const [a, b] of spans) {
    for (let part = a; part < b - 0.01; part += 0.075) {
      if (Math.abs(part - 0.27) > 0.24 && Math.abs(part - 0.73) > 0.24)
        view.line(spot(part, -2), spot(part, deck - 3), shaded, 4);
    }
  }
  for (const part of [0.73, 0.27]) cables(part, -near);
  pylon(0.73);
  for (const [a, b] of spans) {
    view.face(
      [
        spot(a, deck - 3.4, -near),
        spot(b, deck - 3.4, -near),
        spot(b, deck - 3.4, near),
        spot(a, deck - 3.4, near),
      ],
      darker(shaded, 0.35),
    );
    view.face(
      [spot(a, deck - 3, near), spot(b, deck - 3, near), spot(b, deck, near), spot(a, deck, near)],
      shaded,
    );
    view.face(
      [
        spot(a, deck - 0.9, near),
        spot(b, deck - 0.9, near),
        spot(b, deck + 0.7, near),
        spot(a, deck + 0.7, near),
      ],
      concrete,
    );
  }
  pylon(0.27);
  for (const part of [0.73, 0.27]) cables(part, near);
  if (lit === undefined) return;
  for (let part = 0.01; part < 1; part += 0.02) {
    const [x, y] = view.at(...spot(part, deck + 2, near));
    const size = view.size(spot(part, 0)[2]);
    view.scene.glow(x, y, Math.max(6, size * 5), lit, 0.9);
    view.scene.circle(x, y, Math.max(1.3, size * 0.35), '#fff6dc');
  }
};

/** Draws the bridge over its image in the water. */
export const bridgeAndImage = (view: View, bridge: Bridge, opacity: number, wobble = 30): void => {
  const { scene } = view;
  scene.group(`${scene.rough(wobble, 0.005, 0.06, 1.5)} opacity="${opacity}"`, () =>
    drawBridge(view.mirrored(), bridge),
  );
  drawBridge(view, bridge);
};
