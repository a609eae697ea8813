/** The mangrove at low tide. */
import { birds, crown, thicket } from './plants.ts';
import { darker, mix, num, Scene } from './scene.ts';

export const mangrove = (): Scene => {
  const scene = new Scene('mangrove');
  const y = 500;
  scene.sky(['#9cc0bd', '#dfe3c0 60', '#f6e6b4'], y);
  scene.clouds(-40, 340, '#fffbe6', '#b5c8bd', 0.52, 0.6);
  thicket(scene, -40, y + 6, 1700, 90, '#8faf94');
  scene.mist(380, 150, '#f3efcf', 0.8);
  thicket(scene, -40, y + 22, 560, 170, '#5f8a68');
  thicket(scene, 1150, y + 26, 520, 190, '#557f60');
  scene.water(y + 14, ['#e3dfba', '#a9aa84 30', '#6d6a4c'], '#fdf8da', '#66684c', 0.5);
  for (const [my, mh, color] of [
    [620, 40, '#9a8a66'],
    [760, 70, '#806f50'],
  ] as const)
    scene.group(scene.rough(20, 0.01, 0.03), () => {
      scene.ellipse(300, my, 520, mh * 0.5, color);
      scene.ellipse(1290, my + 30, 480, mh * 0.5, darker(color, 0.06));
    });
  const root = (x: number, top: number, foot: number, spread: number, color: string, w: number): void => {
    for (let leg = 0; leg < 13; leg += 1) {
      const part = (leg - 6) / 6;
      const start = top + Math.abs(part) * (foot - top) * 0.1 - scene.between(0, 60);
      const fx = x + part * spread * scene.between(0.8, 1.1);
      const fy = foot + scene.between(-10, 26) + (1 - Math.abs(part)) * 20;
      scene.stroke(
        `M${num(x + part * 12)} ${num(start)}Q${num(x + part * spread * 0.85)} ${num(start + (fy - start) * 0.12)} ${num(fx)} ${num(fy)}`,
        mix(color, '#c9a878', Math.max(0, -part) * 0.35),
        w * scene.between(0.6, 1),
      );
      if (leg % 3 === 0)
        scene.stroke(
          `M${num(x + part * spread * 0.62)} ${num(start + (fy - start) * 0.3)}q${num(part * 50)} 20 ${num(part * 74)} ${num((fy - start) * 0.64)}`,
          color,
          w * 0.55,
        );
    }
  };
  const mangroveTree = (
    x: number,
    top: number,
    foot: number,
    spread: number,
    color: string,
    w: number,
    crownSize: number,
  ): void => {
    scene.reflect(
      foot + 14,
      () => {
        root(x, top, foot, spread, color, w);
        scene.stroke(
          `M${x} ${top + 10}Q${x - 14} ${top - 130} ${x + 20} ${top - 260}M${x} ${top - 60}Q${x + 60} ${top - 160} ${x + 130} ${top - 210}M${x} ${top - 90}Q${x - 60} ${top - 170} ${x - 120} ${top - 210}`,
          color,
          w * 2.2,
        );
        for (const [dx, dy, s] of [
          [-130, -230, 0.8],
          [130, -220, 0.85],
          [10, -300, 1.1],
        ] as const)
          crown(scene, x + dx, top + dy, crownSize * s, crownSize * 0.62 * s, {
            dark: '#24472f',
            light: '#b4c75c',
            count: 46,
          });
      },
      0.45,
      34,
    );
  };
  mangroveTree(1240, 480, 700, 210, '#5a4836', 10, 190);
  mangroveTree(330, 560, 850, 330, '#4a3a2c', 15, 260);
  const egret = (x: number, g: number, s: number, way: number): void =>
    scene.reflect(
      g,
      () =>
        scene.group(
          `transform="translate(${x} ${g}) scale(${num(s * way * 10) === '0' ? s : s * way} ${s})"`,
          () => {
            scene.stroke('M-4 0V-52M8 0L6 -52', '#2a2c2a', 3);
            scene.path('M-58 -58Q-20 -100 26 -86Q34 -60 4 -48Q-30 -44 -58 -58Z', '#fffef6');
            scene.path('M-64 -52Q-20 -84 14 -70Q-16 -52 -64 -52Z', '#dfe3d8');
            scene.stroke('M20 -76Q52 -94 32 -122Q20 -142 38 -152', '#fffef6', 9);
            scene.ellipse(42, -154, 12, 8, '#fffef6');
            scene.poly(
              [
                [50, -159],
                [88, -150],
                [50, -150],
              ],
              '#e0a83c',
            );
            scene.circle(45, -156, 2, '#1b1b1b');
          },
        ),
      0.5,
      18,
    );
  egret(790, 770, 1, 1);
  egret(930, 700, 0.72, -1);
  egret(660, 680, 0.6, 1);
  egret(1010, 905, 1.5, -1);
  for (let shoot = 0; shoot < 90; shoot += 1) {
    const [x, sy] = [scene.between(0, 1600), scene.between(880, 1060)];
    scene.line(x, sy, x + scene.between(-4, 4), sy - scene.between(14, 46), '#4a3d2c', 5);
  }
  for (const [x, gy, s] of [
    [860, 240, 34],
    [980, 180, 26],
    [740, 300, 22],
    [1060, 290, 20],
  ] as const) {
    scene.path(
      `M${x} ${gy}Q${x - s} ${gy - s * 1.2} ${x - s * 2} ${gy - s * 0.6}Q${x - s * 0.8} ${gy - s * 0.5} ${x - s * 0.3} ${gy + s * 0.2}Z`,
      '#ffffff',
    );
    scene.path(
      `M${x} ${gy}Q${x + s * 0.4} ${gy - s * 1.4} ${x + s * 1.4} ${gy - s * 1.5}Q${x + s * 0.8} ${gy - s * 0.5} ${x + s * 0.2} ${gy + s * 0.2}Z`,
      '#eef0e4',
    );
    scene.path(
      `M${x - s} ${gy + s * 0.3}Q${x} ${gy - s * 0.1} ${x + s * 0.8} ${gy}L${x + s * 1.2} ${gy + s * 0.05}L${x + s * 0.7} ${gy + s * 0.2}Q${x} ${gy + s * 0.4} ${x - s * 1.5} ${gy + s * 0.45}Z`,
      '#fffef6',
    );
  }
  birds(scene, 520, 130, 90, 5, '#f8fbf2', 9);
  scene.glow(1050, 330, 620, '#fff3c0', 0.45);
  return scene;
};
