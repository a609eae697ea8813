/** Three portraits against the light. */
import { birds, crown } from './plants.ts';
import { darker, mix, num, type Point, Scene } from './scene.ts';

interface Tones {
  ink: string;
  mid: string;
  rim: string;
}

/** The outline of a face in profile looking right, from the hairline down to the chest, in a box of 100. */
const profile =
  'C62 12 70 17 71.5 26C72.2 30 71.6 32 72.6 34.5C74.4 38.4 77.6 42 78.4 44.4C79 46.2 76.8 46.8 75.2 47.2' +
  'C75.4 48.8 76.4 49.8 76 51.2C75.6 52 74.6 52.2 74.4 52.6C75.6 53.4 75.8 54.6 74.8 55.8C73.8 57.2 75 59 74.2 61.4' +
  'C73.2 65 68.6 65.2 63.6 64.4C61.4 64.2 60.6 66.4 60.6 69.2C60.8 74 63 78 70 81.6C82 87 90 93 94 124';

/** Head, neck and shoulders in profile, with light along the edge of the face. */
const bust = (scene: Scene, x: number, y: number, size: number, tones: Tones, back: string): void => {
  const body = `M50 11${profile}H7C8 98 14 88 30 83C36 80 38 76 38 70${back}Z`;
  scene.place(x, y, size / 100, 0, () => {
    scene.path(body, tones.ink);
    scene.clip(body, () => {
      scene.group(scene.blur(2.2), () => scene.stroke(`M52 10${profile}`, tones.mid, 13, 0.75));
      scene.group(scene.blur(0.5), () => scene.stroke(`M52 10${profile}`, tones.rim, 2.4));
    });
  });
};

const bokeh = (scene: Scene, colors: readonly string[], count: number, low: number, high: number): void => {
  for (let at = 0; at < count; at += 1) {
    const [x, y, r] = [scene.between(0, 1200), scene.between(low, high), scene.between(14, 64)];
    scene.group(`${scene.blur(3)} style="mix-blend-mode:screen"`, () =>
      scene.circle(x, y, r, scene.pick(colors), scene.between(0.12, 0.42)),
    );
  }
};

export const portraitWoman = (): Scene => {
  const scene = new Scene('portrait-woman', 1200, 1500);
  scene.rect(0, 0, 1200, 1500, scene.linear(['#f6c987', '#e98a54 50', '#7a2f3a'], -0.3, 1));
  scene.glow(930, 430, 760, '#ffe9b8', 0.85);
  bokeh(scene, ['#ffe3a6', '#ffbe7a', '#fff3d6'], 34, 60, 1200);
  scene.group(scene.blur(12), () =>
    crown(scene, 80, 300, 260, 420, { dark: '#8a4a34', light: '#f0b060', sun: 1, count: 60 }),
  );
  const tones = { ink: '#38161f', mid: '#c9663f', rim: '#ffe6b4' };
  bust(scene, 60, 180, 1160, tones, 'C33 66 29 60 28 50C24 30 32 11 50 11');
  scene.place(60, 180, 11.6, 0, () => {
    const hair =
      'M53 9.6C64 10.6 70.6 17 71 24C64 21 58 23 55.6 31C54 38 54.6 44 50 50C46 56 41 62 37 65C29 66 23 60 22.6 48C21.6 28 32 8 53 9.6Z';
    scene.path(hair, '#1f0c14');
    scene.clip(hair, () => {
      scene.group(scene.blur(1.6), () => scene.stroke('M30 14C44 4 64 9 72 24', '#c9663f', 7, 0.7));
      for (let lock = 0; lock < 12; lock += 1)
        scene.stroke(
          `M${num(64 - lock * 1.8)} ${num(12.5 + lock * 0.5)}C${num(50 - lock * 1.5)} ${num(18 + lock)} ${num(44 - lock)} ${num(34 + lock)} ${num(32 + lock * 0.7)} ${num(52 + lock)}`,
          '#d9825a',
          0.22,
          0.28,
        );
    });
    scene.ellipse(22, 55, 11.6, 13, '#1f0c14');
    scene.group(scene.blur(0.7), () => scene.stroke('M16 45C20 41 29 42 32 48', '#d9825a', 1, 0.8));
    for (let turn = 0; turn < 6; turn += 1)
      scene.stroke(
        `M${14 + turn * 1.4} ${60 - turn * 2.4}Q${22 + turn} ${66 - turn * 3} ${31 - turn * 0.5} ${58 - turn * 1.8}`,
        '#7a3a34',
        0.3,
        0.7,
      );
    scene.circle(50.5, 53.4, 1.1, '#ffe6b4');
    scene.path('M30 83C38 78 44 82 60 74C66 80 86 88 94 124H7C8 98 14 88 30 83Z', '#5a1f2c', 0.55);
    scene.group(scene.blur(0.5), () => scene.stroke('M40 77.5Q50 82.5 61.6 74.5', '#e98a54', 1.1, 0.85));
  });
  scene.glow(1000, 520, 520, '#ffcf8a', 0.35);
  return scene;
};

export const portraitMan = (): Scene => {
  const scene = new Scene('portrait-man', 1200, 1500);
  scene.rect(0, 0, 1200, 1500, scene.linear(['#a9c6d4', '#6f94ac 45', '#1f3850']));
  scene.hills(900, 150, '#7f9fb2', 2.4);
  scene.mist(700, 260, '#c9dde2', 0.8);
  scene.hills(1060, 110, '#587a92', 3);
  scene.mist(930, 200, '#a9c4cf', 0.6);
  scene.glow(250, 330, 620, '#eaf6f4', 0.75);
  birds(scene, 300, 380, 120, 5, '#47657c', 12);
  const tones = { ink: '#14222f', mid: '#587f96', rim: '#eaf8f8' };
  scene.group('transform="translate(1200 0) scale(-1 1)"', () => {
    bust(scene, 40, 250, 1180, tones, 'C36 66 33 62 32 54C26 36 32 12 50 11');
    scene.place(40, 250, 11.8, 0, () => {
      const beard = 'M61 59C66 62 71 62 74.6 60.6C75.4 67 72.4 77 67 81C62.4 78 60 70 59 64Z';
      scene.path(beard, '#22384a');
      scene.clip(beard, () => {
        for (let hair = 0; hair < 12; hair += 1) {
          scene.stroke(
            `M${num(62 + hair * 1.1)} 61Q${num(64 + hair)} 70 ${num(66 + hair * 0.2)} 80`,
            '#a9c4cf',
            0.3,
            0.25 + hair * 0.05,
          );
        }
        scene.group(scene.blur(0.4), () => scene.stroke('M74.8 60.6C75.6 67 72.6 77 67 81', '#f2fbfa', 1.2));
      });
      scene.stroke('M75.6 51Q71.6 51.4 69.4 55.4', '#c9dde2', 1.1, 0.7);
      scene.path('M34 40C33 48 34 56 38 62C43 58 46 50 46 42Z', '#3f5d70', 0.6);
      scene.path('M43 42C40 42 39.6 47 41 51C42.4 54 45 53 45.4 50C46 46 46.4 42 43 42Z', '#2f4a5c');
      for (const [a, b] of [
        ['M66 33.4Q69 31.8 71.8 33', 0.5],
        ['M63 43Q60 42 58 43.6', 0.35],
        ['M63 44.4Q60 44.4 58.6 46.4', 0.3],
        ['M70 52Q66 54 65.6 58', 0.35],
      ] as const)
        scene.stroke(a, '#8fb0bf', b, 0.7);
      const hat =
        'M20 34C30 22 33 3 52 2C68 2 70 14 73 25C80 28 88 31 92 35C80 37 66 33 50 33C38 33 28 36 20 34Z';
      scene.path(hat, '#1d3040');
      scene.clip(hat, () => {
        scene.group(scene.blur(1.4), () =>
          scene.stroke('M58 2C70 5 71 16 74 25C82 29 88 31 92 35', '#8fb6c6', 5, 0.75),
        );
        scene.stroke('M31 27Q52 21 73 25', '#0e1a24', 4.4);
      });
      scene.group(scene.blur(0.3), () =>
        scene.stroke('M60 2.6C69 5 70.4 15 73 25C80 28 87 31 92 35', '#f2fbfa', 0.9),
      );
      scene.path(
        'M30 83C36 80 40 77 42 74L62 80L70 82C82 87 90 93 94 124H7C8 98 14 88 30 83Z',
        '#0f1c28',
        0.6,
      );
      scene.path('M42 73L56 92L64 78L60.8 74Q52 82 42 73Z', '#2c475a');
    });
  });
  return scene;
};

export const portraitScientist = (): Scene => {
  const scene = new Scene('portrait-scientist', 1200, 1500);
  scene.rect(0, 0, 1200, 1500, scene.linear(['#8fd6c8', '#2f8f8c 50', '#0c3a44'], 0.4, 1));
  scene.glow(880, 430, 720, '#dffbee', 0.75);
  bokeh(scene, ['#c9fff0', '#7fe0d0', '#f4ffe0'], 26, 100, 1100);
  scene.group(scene.blur(9), () => {
    for (let row = 0; row < 4; row += 1) {
      scene.rect(-20, 300 + row * 260, 420, 16, '#0f4a52', 0.7);
      for (let at = 0; at < 5; at += 1)
        scene.rect(
          10 + at * 78,
          190 + row * 260,
          50,
          112,
          scene.pick(['#c9fff0', '#f0c97a', '#4fb0a8', '#e98a6a']),
          0.6,
          14,
        );
    }
  });
  const ink = '#0b2b34';
  const face: Point = [640, 520];
  scene.ellipse(face[0], face[1] - 10, 262, 320, '#08202a');
  scene.path('M378 500Q350 900 430 960L560 900H720L850 960Q930 900 902 500Z', '#08202a');
  scene.path(
    'M560 720V860Q540 930 380 980Q180 1040 130 1500H1150Q1100 1040 900 980Q740 930 720 860V720Z',
    '#e6f4ee',
  );
  scene.path('M560 720V862Q640 960 720 862V720Z', mix(ink, '#5fa394', 0.45));
  scene.path('M546 872Q640 1010 734 872L720 1120L640 1240L560 1120Z', '#1f6a70');
  scene.path('M546 868Q470 930 450 966L600 1500H640V1240Z', '#cfe6df');
  scene.path('M734 868Q810 930 830 966L680 1500H640V1240Z', '#b5d6ce');
  scene.stroke('M640 1240V1500', '#8fb8b0', 4);
  scene.rect(760, 1220, 170, 14, '#8fb8b0');
  scene.rect(800, 1130, 12, 100, '#f0a83c', 1, 5);
  scene.rect(826, 1140, 12, 90, '#1f6a70', 1, 5);
  const skin = scene.linear(['#4d8a80', '#6fae9c 45', '#d5efd8'], 1, 0.1);
  scene.path(
    'M448 470Q440 640 520 730Q600 806 640 806Q680 806 760 730Q840 640 832 470Q820 300 640 300Q460 300 448 470Z',
    skin,
  );
  scene.path(
    'M640 250Q450 250 420 480Q412 600 440 660Q440 520 500 430Q640 420 720 340Q800 400 838 520Q846 600 840 660Q872 600 862 480Q830 250 640 250Z',
    '#08202a',
  );
  for (let lock = 0; lock < 9; lock += 1)
    scene.stroke(
      `M${700 - lock * 12} ${300 + lock * 8}Q${560 - lock * 9} ${330 + lock * 6} ${470 - lock * 4} ${440 + lock * 14}`,
      '#3f8a88',
      2,
      0.5,
    );
  for (const x of [545, 735]) {
    scene.circle(x, 545, 78, '#e9fff6', 0.22);
    scene.add(`<circle cx="${x}" cy="545" r="78" fill="none" stroke="#0a2029" stroke-width="11"/>`);
    scene.path(`M${x - 44} 548Q${x} 510 ${x + 44} 548Q${x} 572 ${x - 44} 548Z`, '#eaf8f0', 0.8);
    scene.circle(x + 4, 543, 19, '#0a2029');
    scene.circle(x + 10, 537, 6, '#ffffff');
    scene.stroke(`M${x - 46} 545Q${x} 504 ${x + 46} 545`, '#0a2029', 6);
    scene.stroke(`M${x - 50} 452Q${x} 428 ${x + 50} 450`, '#0a2029', 11, 0.85);
    scene.stroke(`M${x - 46} 508L${x - 10} 484`, '#ffffff', 7, 0.6);
  }
  scene.stroke('M622 540Q640 528 658 540M467 540L436 520M813 540L844 520', '#0a2029', 9);
  scene.stroke('M652 560Q672 630 650 648Q638 654 622 646', '#2f6a66', 5, 0.8);
  scene.path('M582 712Q618 696 640 704Q662 696 698 712Q660 748 640 748Q620 748 582 712Z', '#a8574f', 0.85);
  scene.stroke('M582 712Q640 722 698 712', '#5a2a30', 3.5, 0.8);
  scene.group(scene.blur(6), () =>
    scene.stroke('M832 480Q838 640 760 728Q700 790 660 800', '#effff0', 12, 0.8),
  );
  scene.group(scene.blur(2), () =>
    scene.stroke('M700 262Q860 320 872 520Q900 800 866 930', '#9fe6d4', 6, 0.8),
  );
  scene.group(scene.blur(2), () => scene.stroke('M900 982Q1100 1040 1148 1500', '#ffffff', 8, 0.9));
  scene.rect(0, 0, 1200, 1500, scene.linear([`${darker('#0c3a44', 0.2)} 0 0.35`, '#0c3a44 45 0'], 1, 0));
  return scene;
};
