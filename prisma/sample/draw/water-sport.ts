/** Swimmers and dragon boats. */
import { clothes, person } from './figures.ts';
import { crown } from './plants.ts';
import { darker, lighter, Scene } from './scene.ts';
import { crowd, flag } from './things.ts';

export const swimming = (): Scene => {
  const scene = new Scene('swimming');
  scene.rect(0, 0, 1600, 1067, scene.linear(['#2fa8c9', '#1586b2'], 1, 1));
  scene.group('transform="rotate(-11 800 533) scale(1.16) translate(-110 -80)"', () => {
    for (let lane = 0; lane < 7; lane += 1) scene.rect(-200, 70 + lane * 170, 2200, 26, '#0d5a86', 0.55);
    scene.texture(-200, -200, 2200, 1600, {
      color: '#bff4f6',
      fx: 0.013,
      fy: 0.017,
      cut: 0.53,
      gain: 7,
      opacity: 0.5,
      octaves: 2,
    });
    scene.texture(-200, -200, 2200, 1600, {
      color: '#0a6c9c',
      fx: 0.009,
      fy: 0.012,
      cut: 0.54,
      gain: 5,
      opacity: 0.4,
      octaves: 2,
    });
    for (let rope = 0; rope < 8; rope += 1)
      for (let x = -200; x < 2000; x += 26)
        scene.rect(
          x,
          -10 + rope * 170,
          22,
          13,
          Math.floor((x + 200) / 130) % 2 ? '#f4f1e4' : rope % 2 ? '#d8372c' : '#f0b93c',
          1,
          6,
        );
    scene.rect(1560, -300, 500, 1700, scene.linear(['#efe6d2', '#d9cbb0'], 1, 0));
    scene.rect(1545, -300, 22, 1700, '#2b4f6e');
    for (let lane = 0; lane < 7; lane += 1) scene.rect(1590, 38 + lane * 170, 110, 92, '#f8f8f2', 1, 8);
    const swimmers = [
      [520, 0],
      [1010, 1],
      [720, 2],
      [1180, 3],
      [880, 4],
      [610, 5],
      [420, 6],
    ] as const;
    for (const [x, lane] of swimmers) {
      const y = 83 + lane * 170;
      const stroke = lane % 2 === 0 ? 1 : -1;
      scene.group(`${scene.rough(22, 0.04)} opacity="0.85"`, () => {
        for (let at = 0; at < 26; at += 1)
          scene.ellipse(
            x - 170 - scene.between(0, 190),
            y + scene.between(-1, 1) * (10 + at),
            scene.between(10, 34),
            scene.between(3, 8),
            '#ffffff',
            0.75,
          );
        scene.ellipse(x + 40, y + stroke * 48, 44, 12, '#ffffff', 0.7);
        scene.path(
          `M${x + 120} ${y}Q${x + 20} ${y - 66} ${x - 160} ${y - 52}Q${x} ${y - 34} ${x + 84} ${y}Q${x} ${y + 34} ${x - 160} ${y + 52}Q${x + 20} ${y + 66} ${x + 120} ${y}Z`,
          '#e9fdfd',
          0.6,
        );
      });
      scene.ellipse(x - 30, y + 26, 130, 24, '#06456b', 0.35);
      const skin = '#c98f68';
      scene.stroke(
        `M${x - 96} ${y - 12}L${x - 190} ${y - 16}M${x - 96} ${y + 12}L${x - 184} ${y + 20}`,
        skin,
        17,
      );
      scene.path(
        `M${x - 110} ${y - 22}Q${x - 40} ${y - 20} ${x + 34} ${y - 40}Q${x + 62} ${y} ${x + 34} ${y + 40}Q${x - 40} ${y + 20} ${x - 110} ${y + 22}Z`,
        skin,
      );
      scene.path(
        `M${x - 116} ${y - 22}Q${x - 84} ${y - 24} ${x - 60} ${y - 23}V${y + 23}Q${x - 84} ${y + 24} ${x - 116} ${y + 22}Z`,
        '#16233f',
      );
      scene.stroke(
        `M${x + 28} ${y + stroke * 32}Q${x + 100} ${y + stroke * 56} ${x + 168} ${y + stroke * 22}`,
        skin,
        17,
      );
      scene.stroke(
        `M${x + 22} ${y - stroke * 32}Q${x - 20} ${y - stroke * 66} ${x - 82} ${y - stroke * 46}`,
        darker(skin, 0.2),
        17,
      );
      scene.ellipse(x + 66, y, 27, 21, scene.pick(['#f0b93c', '#d8372c', '#f6f3e6', '#23304f', '#5fb26c']));
      scene.ellipse(x + 60, y - 7, 11, 5, '#ffffff', 0.5);
    }
  });
  scene.rect(0, 0, 1600, 1067, scene.linear(['#ffffff 0 0.3', '#ffffff 40 0'], 1, 1));
  return scene;
};

export const boatRace = (): Scene => {
  const scene = new Scene('boat-race');
  const y = 330;
  scene.sky(['#4f9fc6', '#a9d3d6 60', '#f2ecc8'], y);
  scene.clouds(-30, 320, '#ffffff', '#a9c6d2', 0.51, 0.8);
  scene.hills(322, 40, '#8fb0a8', 3, y);
  for (let x = -30; x < 1640; x += scene.between(60, 130))
    crown(scene, x, 316, 60, 44, { dark: '#3f6b48', light: '#a9c468', count: 20 });
  scene.rect(0, 340, 1600, 36, '#cdb98c');
  crowd(scene, 338, 15, '#4a3f48', 2, 0.8);
  for (let x = 60; x < 1600; x += 190)
    flag(scene, x, 350, 120, scene.pick(['#d2261f', '#e8b23f', '#2f86a8', '#d8577f', '#4f9a5c']), false);
  scene.water(378, ['#a9c4a0', '#5f9a94 35', '#1f5a6c'], '#effbe6', '#1f5f6c', 0.7);
  const boat = (x: number, wy: number, s: number, hull: string, shirt: string): void => {
    scene.reflect(
      wy,
      () =>
        scene.place(x, wy, s, -1.5, () => {
          const crew = 11;
          for (let at = 0; at < crew; at += 1) {
            const px = 380 - at * 82;
            scene.stroke(`M${px + 26} -66L${px + 78} 14`, '#7a5230', 6);
            person(scene, px, 44, 138, {
              pose: 'row',
              facing: 1,
              look: clothes(scene, { top: shirt, legs: '#24303c', hat: 'cap', hatColor: shirt }),
              rim: '#fff6d2',
            });
          }
          person(scene, 480, 10, 150, {
            pose: 'reach',
            facing: -1,
            look: clothes(scene, { top: '#f4ead2', hat: 'cap', hatColor: '#d2261f' }),
            rim: '#fff6d2',
          });
          scene.rect(420, -62, 40, 50, '#b5322a', 1, 6);
          scene.ellipse(440, -62, 20, 6, '#f4e3b8');
          person(scene, -560, 2, 150, {
            pose: 'pole',
            facing: 1,
            look: clothes(scene, { top: shirt, hat: 'conical' }),
            rim: '#fff6d2',
          });
          scene.line(-530, -90, -640, 30, '#7a5230', 7);
          scene.path(
            'M-660 -74Q-600 -22 -480 -20H520Q610 -24 660 -100L690 -84Q650 10 540 22H-520Q-620 16 -660 -74Z',
            scene.linear([lighter(hull, 0.25), hull, darker(hull, 0.45)]),
          );
          for (let at = 0; at < 22; at += 1) scene.path(`M${-480 + at * 46} 2q23 -26 46 0`, '#f4cf4a', 0.75);
          scene.path(
            'M640 -86Q660 -170 740 -150L790 -128Q760 -112 730 -110L770 -96Q720 -80 690 -80Z',
            '#d8a02c',
          );
          scene.circle(724, -132, 8, '#1b1b1b');
          scene.stroke('M668 -130Q640 -170 650 -196M690 -146Q680 -186 700 -206', '#d2261f', 8);
          flag(scene, -640, -66, 150, hull, false);
          scene.group(scene.rough(18, 0.05), () => {
            for (let at = 0; at < 11; at += 1) scene.ellipse(456 - at * 82, 20, 34, 9, '#ffffff', 0.85);
            scene.path('M700 24Q740 -30 690 4Q560 34 -600 30Q200 60 700 24Z', '#ffffff', 0.75);
          });
        }),
      0.4,
      40,
    );
  };
  boat(1120, 530, 0.5, '#2f6f9a', '#f4c53f');
  boat(520, 690, 0.76, '#3f8a5c', '#f7f1e2');
  boat(930, 940, 1.12, '#c8322a', '#e0533c');
  return scene;
};
