/** People built on a simple skeleton: seven and a half heads tall, any pose, from the side, front or back. */
import { headOn, type Pose, type PoseName, poses, striding } from './poses.ts';
import { darker, num, type Scene } from './scene.ts';

export interface Look {
  top: string;
  legs: string;
  skin: string;
  hair: string;
  hat?: 'conical' | 'cap' | 'helmet' | 'none';
  hatColor?: string;
  /** A long tunic or skirt down from the waist. */
  dress?: string;
  longHair?: boolean;
  /** Short trousers. */
  shorts?: boolean;
}

export interface Stance {
  pose?: PoseName;
  view?: 'side' | 'front' | 'back';
  facing?: 1 | -1;
  look: Look;
  /** Light from behind along one edge. */
  rim?: string;
  shadow?: number;
}

/** A look of one colour, against the light. */
export const dark = (color: string, more: Partial<Look> = {}): Look => ({
  top: color,
  legs: color,
  skin: color,
  hair: color,
  hatColor: color,
  ...more,
});

const tops = [
  '#c8553d',
  '#e8e2d4',
  '#3f6c8c',
  '#d9a441',
  '#5c8a6a',
  '#8d5a7b',
  '#d8d0c0',
  '#35506b',
  '#b9c7cf',
];
const bottoms = ['#2b3342', '#3b3f4c', '#4b4238', '#26303a', '#5a5f68'];

/** Everyday clothes, chosen by the scene's generator. */
export const clothes = (scene: Scene, more: Partial<Look> = {}): Look => ({
  top: scene.pick(tops),
  legs: scene.pick(bottoms),
  skin: scene.pick(['#c48f6a', '#b37d58', '#d3a27c']),
  hair: scene.pick(['#1d1a1c', '#241d1b', '#2a2320']),
  ...more,
});

interface Joint {
  x: number;
  y: number;
}

const reachTo = (from: Joint, angle: number, long: number, way: number): Joint => {
  const turn = (angle * Math.PI) / 180;
  return { x: from.x + Math.sin(turn) * long * way, y: from.y + Math.cos(turn) * long };
};

/** A limb that narrows from one joint to the next. */
const limb = (scene: Scene, a: Joint, b: Joint, wideA: number, wideB: number, fill: string): void => {
  const turn = Math.atan2(b.y - a.y, b.x - a.x) + Math.PI / 2;
  const [dx, dy] = [Math.cos(turn), Math.sin(turn)];
  const at = (joint: Joint, wide: number): string =>
    `${num(joint.x + dx * wide)} ${num(joint.y + dy * wide)}`;
  const arc = (wide: number): string => `A${num(Math.abs(wide))} ${num(Math.abs(wide))} 0 0 1 `;
  scene.path(
    `M${at(a, wideA)}${arc(wideA)}${at(a, -wideA)}L${at(b, -wideB)}${arc(wideB)}${at(b, wideB)}Z`,
    fill,
  );
};

const drawHead = (scene: Scene, at: Joint, tall: number, stance: Stance, way: number): void => {
  const { look, view = 'side' } = stance;
  const [rx, ry] = [tall * 0.05, tall * 0.066];
  if (look.longHair && view !== 'front') {
    const x = at.x - (view === 'side' ? way * rx * 0.72 : 0);
    scene.ellipse(
      x,
      at.y + ry * 0.5,
      rx * (view === 'side' ? 0.66 : 1.12),
      ry * (view === 'side' ? 1.25 : 1.45),
      look.hair,
    );
  }
  scene.ellipse(at.x, at.y, rx, ry, view === 'back' ? look.hair : look.skin);
  if (view === 'side') {
    scene.ellipse(at.x + way * rx * 0.95, at.y + ry * 0.2, rx * 0.2, ry * 0.16, look.skin);
    scene.path(
      `M${num(at.x + way * rx * 0.8)} ${num(at.y - ry * 0.55)}Q${num(at.x + way * rx * 0.3)} ${num(at.y - ry * 1.35)} ` +
        `${num(at.x - way * rx * 0.5)} ${num(at.y - ry * 1.05)}Q${num(at.x - way * rx * 1.5)} ${num(at.y - ry * 0.3)} ` +
        `${num(at.x - way * rx * 0.75)} ${num(at.y + ry * 0.65)}Q${num(at.x - way * rx * 0.2)} ${num(at.y + ry * 0.1)} ` +
        `${num(at.x)} ${num(at.y - ry * 0.35)}Z`,
      look.hair,
    );
  } else if (view === 'front') {
    const d = `M${num(at.x - rx * 1.08)} ${num(at.y)}A${num(rx * 1.1)} ${num(ry * 1.12)} 0 0 1 ${num(at.x + rx * 1.08)}`;
    scene.path(
      `${d} ${num(at.y)}Q${num(at.x)} ${num(at.y - ry * 0.75)} ${num(at.x - rx * 1.08)} ${num(at.y)}Z`,
      look.hair,
    );
  }
  const color = look.hatColor ?? '#e2cf9f';
  if (look.hat === 'conical') {
    const [w, top, low] = [tall * 0.135, at.y - ry * 1.75, at.y - ry * 0.3];
    const rim = `Q${num(at.x)} ${num(low + ry * 0.5)} ${num(at.x - w)} ${num(low)}`;
    scene.path(
      `M${num(at.x - w)} ${num(low)}L${num(at.x)} ${num(top)}L${num(at.x + w)} ${num(low)}${rim}Z`,
      color,
    );
    const half = `L${num(at.x)} ${num(top)}L${num(at.x + w * 0.1)} ${num(low + ry * 0.22)}`;
    scene.path(`M${num(at.x - w)} ${num(low)}${half}Z`, darker(color, 0.25));
  } else if (look.hat === 'cap' || look.hat === 'helmet') {
    const round = look.hat === 'helmet' ? 1.3 : 1.12;
    const low = at.y - ry * (look.hat === 'helmet' ? 0.05 : 0.3);
    const d = `M${num(at.x - rx * round)} ${num(low)}A${num(rx * round)} ${num(ry * round)} 0 0 1 ${num(at.x + rx * round)}`;
    scene.path(`${d} ${num(low)}Z`, color);
    if (view === 'side')
      scene.rect(at.x + (way > 0 ? 0 : -rx * 2.1), low - ry * 0.18, rx * 2.1, ry * 0.2, color, 1, 3);
  }
};

const drawBody = (
  scene: Scene,
  x: number,
  ground: number,
  tall: number,
  stance: Stance,
  flat?: string,
): void => {
  const { pose = 'stand', view = 'side', facing = 1 } = stance;
  const look: Look = flat === undefined ? stance.look : { ...dark(flat), hat: stance.look.hat ?? 'none' };
  const side = view === 'side';
  const plan: Pose = side ? poses[pose] : (headOn[pose] ?? poses[pose]);
  const leg = [0.245, 0.25].map((part) => part * tall);
  const arm = [0.165, 0.17].map((part) => part * tall);
  const hips = [-1, 1].map((at) => ({ x: side ? at * 0.008 * tall : at * 0.045 * tall, y: 0 }));
  const way = (at: number): number => (side ? facing : at === 0 ? -1 : 1);
  const legs = hips.map((hip, at) => {
    const [upper, lower] = plan.legs[at] ?? [0, 0];
    const seated = !side && (pose === 'sit' || pose === 'type');
    const knee = reachTo(hip, upper, (leg[0] ?? 0) * (seated ? 0.3 : 1), way(at));
    const step = !side && at === 1 && striding.includes(pose) ? 0.84 : 1;
    return { hip, knee, foot: reachTo(knee, lower, (leg[1] ?? 0) * step, way(at)) };
  });
  const base = ground - Math.max(...legs.map(({ foot }) => foot.y)) - tall * 0.022;
  const move = (joint: Joint): Joint => ({ x: joint.x + x, y: joint.y + base });
  const lean = plan.lean ?? 0;
  const neck = reachTo({ x: 0, y: 0 }, 180 - (side ? lean : 0), 0.32 * tall, side ? facing : 1);
  const head = reachTo(neck, 180 - (side ? lean * 0.6 - 4 : 0), 0.1 * tall, side ? facing : 1);
  const drawArm = (at: number, fill: string): void => {
    const [upper, lower] = plan.arms[at] ?? [0, 0];
    const out = side ? 0 : (at === 0 ? -1 : 1) * 0.098 * tall;
    const shoulder = { x: neck.x * 0.92 + out, y: neck.y * 0.92 + (side ? 0 : 0.004 * tall) };
    const elbow = reachTo(shoulder, upper, arm[0] ?? 0, way(at));
    const hand = reachTo(elbow, lower, arm[1] ?? 0, way(at));
    limb(scene, move(elbow), move(hand), tall * 0.02, tall * 0.014, look.skin);
    limb(scene, move(shoulder), move(elbow), tall * 0.03, tall * 0.023, fill);
    scene.circle(move(hand).x, move(hand).y, tall * 0.017, look.skin);
  };
  const drawLeg = (at: number, fill: string): void => {
    const part = legs[at];
    if (part === undefined) return;
    const [hip, knee, foot] = [move(part.hip), move(part.knee), move(part.foot)];
    limb(scene, knee, foot, tall * 0.034, tall * 0.022, look.shorts === true ? look.skin : fill);
    limb(scene, hip, knee, tall * 0.05, tall * 0.035, fill);
    const toe = side ? facing * tall * 0.035 : 0;
    scene.ellipse(
      foot.x + toe * 0.7,
      foot.y + tall * 0.008,
      tall * (side ? 0.045 : 0.026),
      tall * 0.018,
      darker(fill, 0.4),
    );
  };
  drawArm(side ? 1 : 0, darker(look.top, 0.22));
  drawLeg(1, darker(look.legs, 0.2));
  drawLeg(0, look.legs);
  const [n, p] = [move(neck), move({ x: 0, y: 0 })];
  const wide = side ? [0.056, 0.052, 0.056] : [0.108, 0.076, 0.082];
  const [shoulder = 0, waist = 0, hip = 0] = wide.map((part) => part * tall);
  const [mx, my] = [(n.x + p.x) / 2, (n.y + p.y) / 2];
  scene.path(
    `M${num(n.x - shoulder * 0.35)} ${num(n.y)}Q${num(n.x - shoulder)} ${num(n.y + tall * 0.01)} ${num(n.x - shoulder)} ` +
      `${num(n.y + tall * 0.05)}Q${num(mx - waist)} ${num(my + tall * 0.04)} ${num(p.x - hip)} ${num(p.y + tall * 0.035)}` +
      `L${num(p.x + hip)} ${num(p.y + tall * 0.035)}Q${num(mx + waist)} ${num(my + tall * 0.04)} ${num(n.x + shoulder)} ` +
      `${num(n.y + tall * 0.05)}Q${num(n.x + shoulder)} ${num(n.y + tall * 0.01)} ${num(n.x + shoulder * 0.35)} ${num(n.y)}Z`,
    look.top,
  );
  if (look.dress !== undefined && flat === undefined) {
    const hem = ground - tall * 0.1;
    scene.path(
      `M${num(mx - waist)} ${num(my)}L${num(mx + waist)} ${num(my)}Q${num(p.x + hip * 1.3)} ${num(p.y)} ` +
        `${num(p.x + hip * 1.5)} ${num(hem)}L${num(p.x - hip * 1.6)} ${num(hem)}Q${num(p.x - hip * 1.3)} ${num(p.y)} ` +
        `${num(mx - waist)} ${num(my)}Z`,
      look.dress,
    );
  }
  if (look.longHair && view === 'front')
    scene.ellipse(n.x, n.y - tall * 0.06, tall * 0.062, tall * 0.095, look.hair);
  limb(scene, { x: n.x, y: n.y + tall * 0.02 }, move(head), tall * 0.026, tall * 0.024, look.skin);
  drawHead(scene, move(head), tall, { ...stance, look }, facing);
  drawArm(side ? 0 : 1, look.top);
};

/** A person standing at (x, ground), `tall` pixels high when upright. */
export const person = (scene: Scene, x: number, ground: number, tall: number, stance: Stance): void => {
  if (stance.shadow !== undefined) scene.shade(x, ground, tall * 0.22, tall * 0.035, stance.shadow);
  if (stance.rim !== undefined)
    drawBody(scene, x + tall * 0.012, ground - tall * 0.006, tall, stance, stance.rim);
  drawBody(scene, x, ground, tall, stance);
};
