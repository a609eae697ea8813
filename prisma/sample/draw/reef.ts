/** Under the sea. */
import { darker, lighter, mix, num, Scene } from './scene.ts';

const fish = (scene: Scene, x: number, y: number, s: number, way: number, body: string, band: string): void =>
  scene.group(
    `transform="translate(${num(x)} ${num(y)}) scale(${num(way * 10) === '0' ? 1 : way} 1)"`,
    () => {
      scene.path(
        `M${-s} 0Q${-s * 0.1} ${-s * 0.75} ${s} 0Q${-s * 0.1} ${s * 0.75} ${-s} 0Z`,
        scene.linear([lighter(body, 0.35), body, darker(body, 0.3)]),
      );
      scene.path(`M${-s * 0.85} 0L${-s * 1.45} ${-s * 0.42}Q${-s * 1.25} 0 ${-s * 1.45} ${s * 0.42}Z`, band);
      scene.path(`M${-s * 0.2} ${-s * 0.38}Q${s * 0.05} ${-s * 0.72} ${s * 0.35} ${-s * 0.28}Z`, band);
      scene.path(
        `M${s * 0.1} ${-s * 0.34}Q${s * 0.24} 0 ${s * 0.1} ${s * 0.34}L${-s * 0.12} ${s * 0.36}Q0 0 ${-s * 0.12} ${-s * 0.36}Z`,
        band,
        0.9,
      );
      scene.circle(s * 0.6, -s * 0.08, s * 0.1, '#fff8e0');
      scene.circle(s * 0.62, -s * 0.08, s * 0.05, '#10161c');
    },
  );

const branch = (
  scene: Scene,
  x: number,
  y: number,
  long: number,
  turn: number,
  thick: number,
  color: string,
): void => {
  if (thick < 2.6) return;
  const [ex, ey] = [x + Math.sin(turn) * long, y - Math.cos(turn) * long];
  scene.line(x, y, ex, ey, color, thick);
  if (thick < 6) scene.circle(ex, ey, thick * 0.75, lighter(color, 0.35));
  for (const way of [-1, 1])
    branch(
      scene,
      ex,
      ey,
      long * scene.between(0.68, 0.84),
      turn + way * scene.between(0.25, 0.55),
      thick * 0.7,
      color,
    );
};

export const coralReef = (): Scene => {
  const scene = new Scene('coral-reef');
  scene.rect(0, 0, 1600, 1067, scene.linear(['#7fe0e0', '#2aa6c0 25', '#126a94 60', '#0a3358']));
  scene.texture(0, 0, 1600, 200, {
    color: '#f4fff6',
    fx: 0.006,
    fy: 0.03,
    cut: 0.5,
    gain: 6,
    opacity: 0.8,
    fade: 'top',
  });
  scene.group(`${scene.blur(14)} style="mix-blend-mode:screen"`, () => {
    for (const [x, w] of [
      [300, 60],
      [520, 100],
      [760, 50],
      [960, 130],
      [1240, 70],
    ] as const)
      scene.poly(
        [
          [x, -20],
          [x + w, -20],
          [x + w * 2.2 - 330, 900],
          [x - w - 330, 900],
        ],
        scene.linear(['#e9fff4 0 0.5', '#e9fff4 100 0']),
      );
  });
  scene.group(scene.rough(30, 0.02), () => scene.hills(720, 130, '#1f7096', 2.4));
  scene.group(scene.rough(30, 0.02), () => scene.hills(830, 110, '#155078', 3.4));
  for (let at = 0; at < 46; at += 1)
    fish(
      scene,
      1130 + scene.between(-260, 260) + scene.between(-80, 80),
      250 + scene.between(-110, 110),
      scene.between(9, 16),
      -1,
      '#b9e6e6',
      '#5fb0c4',
    );
  const ink = '#0c2c44';
  scene.place(560, 370, 1, -14, () => {
    scene.stroke('M-30 0Q-130 10 -215 26', ink, 40);
    scene.stroke('M-40 14Q-130 50 -200 74', darker(ink, 0.2), 36);
    scene.path('M-205 10Q-290 0 -340 44Q-270 56 -205 42Z', '#e8b23f');
    scene.path('M-190 62Q-260 92 -300 140Q-230 128 -184 94Z', '#c9922f');
    scene.path('M-50 -30Q40 -46 120 -20Q140 0 116 24Q30 40 -50 30Z', scene.linear(['#2f6f94', ink]));
    scene.rect(-36, -62, 128, 40, '#e8b23f', 1, 18);
    scene.stroke('M100 6Q150 50 214 52', ink, 22);
    scene.circle(232, 52, 13, '#c98f68');
    scene.ellipse(160, -16, 38, 33, ink);
    scene.rect(170, -32, 34, 32, '#bff4f0', 0.9, 10);
    scene.stroke('M92 -48Q150 -70 184 6', '#1b1f24', 7);
    scene.rect(180, 4, 26, 18, '#1b1f24', 1, 6);
  });
  for (let bubble = 0; bubble < 22; bubble += 1)
    scene.circle(
      770 + scene.between(-30, 30) + bubble * 2,
      330 - bubble * 15,
      scene.between(3, 11),
      '#eaffff',
      0.5,
    );
  const tones = ['#f0685a', '#f4a83c', '#e0608c', '#c9559f', '#f4d36c', '#ff8a5c', '#8a6fc9'];
  for (let row = 0; row < 3; row += 1) {
    const base = 900 + row * 70;
    const deep = 0.5 - row * 0.24;
    scene.group(scene.rough(24, 0.03), () =>
      scene.path(
        `M-20 1080V${base}${Array.from({ length: 9 }, (_, at) => `Q${at * 200 + 80} ${num(base - scene.between(0, 110))} ${at * 200 + 190} ${num(base - scene.between(-30, 50))}`).join('')}V1080Z`,
        mix('#3f3a5c', '#155078', deep),
      ),
    );
    for (let at = 0; at < 11; at += 1) {
      const [x, y] = [at * 155 + scene.between(-60, 60), base - 10 + scene.between(-30, 30)];
      const color = mix(scene.pick(tones), '#1f6a94', Math.max(0, deep));
      const s = 0.7 + row * 0.28;
      const kind = Math.floor(scene.between(0, 4));
      if (kind === 0) branch(scene, x, y, 46 * s, scene.between(-0.2, 0.2), 17 * s, color);
      else if (kind === 1) {
        scene.ellipse(
          x,
          y,
          76 * s,
          56 * s,
          scene.radial([lighter(color, 0.3), color, darker(color, 0.45)], 0.4, 0.3, 0.7),
        );
        for (let groove = 0; groove < 9; groove += 1)
          scene.stroke(
            `M${num(x + scene.between(-50, 40) * s)} ${num(y + scene.between(-36, 10) * s)}q${num(10 * s)} -8 ${num(18 * s)} 0t${num(16 * s)} 4`,
            darker(color, 0.35),
            3 * s,
            0.6,
          );
      } else if (kind === 2) {
        for (let tube = 0; tube < 6; tube += 1) {
          const [tx, th] = [x + (tube - 3) * 22 * s, scene.between(60, 130) * s];
          scene.rect(
            tx,
            y - th,
            18 * s,
            th + 30,
            scene.linear([lighter(color, 0.3), darker(color, 0.3)], 1, 0),
            1,
            9 * s,
          );
          scene.ellipse(tx + 9 * s, y - th + 5, 8 * s, 4 * s, darker(color, 0.55));
        }
      } else
        for (let frond = -5; frond <= 5; frond += 1)
          scene.stroke(
            `M${num(x)} ${num(y + 10)}Q${num(x + frond * 9 * s)} ${num(y - 60 * s)} ${num(x + frond * 20 * s)} ${num(y - (130 - Math.abs(frond) * 11) * s)}`,
            mix(color, '#ffe6c0', Math.abs(frond) * 0.06),
            6 * s,
          );
    }
  }
  for (const [x, y, s, way, a, b] of [
    [330, 690, 44, 1, '#f08a2c', '#fff3dc'],
    [470, 760, 36, 1, '#f08a2c', '#fff3dc'],
    [1180, 640, 56, -1, '#f4d03c', '#2f4a8c'],
    [1330, 720, 46, -1, '#f4d03c', '#2f4a8c'],
    [880, 740, 40, 1, '#3f7fd0', '#f4d03c'],
    [150, 560, 30, 1, '#e0608c', '#fbe6d0'],
  ] as const)
    fish(scene, x, y, s, way, a, b);
  return scene;
};
