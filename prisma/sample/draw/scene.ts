/** The drawing board of every picture: light, weather, land and water on a canvas. */
import { Canvas, type Point } from './canvas.ts';
import { channels, darker, generator, lighter, mix, num } from './color.ts';

export type { Point };
export { darker, generator, lighter, mix, num };

/** How a layer of noise is turned into cloud, mist, ripples or rough ground. */
export interface Texture {
  color: string;
  /** Frequency across and down: small numbers give large shapes. */
  fx: number;
  fy: number;
  /** Noise below this value (about 0.5 is the middle) stays empty. */
  cut?: number;
  gain?: number;
  octaves?: number;
  opacity?: number;
  /** Where the layer is strongest; it fades towards the other side. */
  fade?: 'none' | 'top' | 'bottom' | 'both';
  seed?: number;
}

export class Scene extends Canvas {
  /** A rectangle of thresholded noise. */
  texture(x: number, y: number, w: number, h: number, look: Texture): void {
    const { color, fx, fy, cut = 0.5, gain = 4, octaves = 4, opacity = 1, fade = 'none' } = look;
    const [r = 0, g = 0, b = 0] = channels(color).map((value) => (value / 255).toFixed(3));
    const seed = look.seed ?? Math.floor(this.random() * 900);
    const matrix = `0 0 0 0 ${r} 0 0 0 0 ${g} 0 0 0 0 ${b} ${gain} 0 0 0 ${(-gain * cut).toFixed(3)}`;
    const id = this.define(
      (name) =>
        `<filter id="${name}" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB">` +
        `<feTurbulence type="fractalNoise" baseFrequency="${fx} ${fy}" numOctaves="${octaves}" seed="${seed}"/>` +
        `<feColorMatrix values="${matrix}"/><feComposite operator="in" in2="SourceGraphic"/></filter>`,
    );
    const fades = {
      none: ['#fff', '#fff'],
      top: ['#fff 0 1', '#fff 100 0'],
      bottom: ['#fff 0 0', '#fff 100 1'],
      both: ['#fff 0 0', '#fff 50 1', '#fff 100 0'],
    };
    this.group(`filter="url(#${id})"${this.alpha(opacity)}`, () =>
      this.rect(x, y, w, h, this.linear(fades[fade])),
    );
  }

  /** The whole background in a vertical gradient. */
  sky(colors: readonly string[], bottom = this.height): void {
    this.rect(0, 0, this.width, bottom, this.linear(colors));
  }

  /** Clouds with lit tops and shaded bellies. */
  clouds(y: number, h: number, light: string, shade: string, cut = 0.5, opacity = 0.8, size = 1): void {
    const seed = Math.floor(this.random() * 900);
    const look = {
      fx: 0.0022 / size,
      fy: 0.0065 / size,
      cut,
      gain: 5,
      octaves: 5,
      seed,
      fade: 'both' as const,
    };
    this.texture(0, y - 10, this.width, h, { ...look, color: light, opacity });
    this.group('transform="translate(-14 22)"', () =>
      this.texture(0, y - 10, this.width + 20, h, {
        ...look,
        color: shade,
        cut: cut + 0.05,
        opacity: opacity * 0.8,
      }),
    );
  }

  /** A soft light that brightens what lies below it. */
  glow(x: number, y: number, r: number, color: string, opacity = 0.8, squash = 1): void {
    const fill = this.radial([`${color} 0 1`, `${color} 25 0.5`, `${color} 60 0.12`, `${color} 100 0`]);
    this.group('style="mix-blend-mode:screen"', () => this.ellipse(x, y, r, r * squash, fill, opacity));
  }

  sun(x: number, y: number, r: number, color: string, halo: string): void {
    this.glow(x, y, r * 9, halo, 0.75);
    this.glow(x, y, r * 3, color, 0.8);
    this.circle(x, y, r, color);
  }

  /** A soft shadow on the ground. */
  shade(x: number, y: number, rx: number, ry: number, opacity = 0.4, color = '#0a0d18'): void {
    this.ellipse(x, y, rx, ry, this.radial([`${color} 0 1`, `${color} 55 0.6`, `${color} 100 0`]), opacity);
  }

  /** A ridge from edge to edge, filled down to the bottom. */
  hills(y: number, rise: number, fill: string, waves = 3, bottom = this.height): void {
    const parts = [1, 2.3, 4.9, 11, 23].map((step, at) => ({
      step: (step * waves * Math.PI) / this.width,
      tall: (rise * ([1, 0.5, 0.24, 0.09, 0.045][at] ?? 0)) / 1.4,
      start: this.between(0, 7),
    }));
    const points: Point[] = [];
    for (let x = -20; x <= this.width + 20; x += 10) {
      points.push([
        x,
        y - parts.reduce((sum, part) => sum + part.tall * Math.sin(x * part.step + part.start), 0),
      ]);
    }
    this.poly([...points, [this.width + 20, bottom], [-20, bottom]], fill);
  }

  /** A band of mist, thick in its middle. */
  mist(y: number, h: number, color: string, opacity = 0.6): void {
    this.rect(
      0,
      y,
      this.width,
      h,
      this.linear([`${color} 0 0`, `${color} 50 1`, `${color} 100 0`]),
      opacity * 0.7,
    );
    this.texture(0, y, this.width, h, {
      color,
      fx: 0.002,
      fy: 0.012,
      cut: 0.42,
      gain: 3,
      opacity,
      fade: 'both',
    });
  }

  /** Water from a line downwards, with ripples that grow towards the viewer. */
  water(y: number, colors: readonly string[], light: string, dark: string, opacity = 0.5): void {
    const deep = this.height - y;
    this.rect(0, y, this.width, deep, this.linear(colors));
    this.ripples(y, deep, light, dark, opacity);
  }

  ripples(y: number, deep: number, light: string, dark: string, opacity = 0.5): void {
    for (const [from, part, fx, fy] of [
      [0, 0.3, 0.011, 0.16],
      [0.15, 0.5, 0.006, 0.08],
      [0.4, 0.6, 0.003, 0.04],
    ] as const) {
      const look = {
        fx,
        fy,
        gain: 6,
        octaves: 3,
        opacity,
        fade: from === 0 ? ('top' as const) : ('both' as const),
      };
      const tall = Math.min(deep * part * 1.2, deep * (1 - from) * 1.4);
      this.texture(0, y + deep * from, this.width, tall, { ...look, color: dark, cut: 0.53 });
      this.texture(0, y + deep * from, this.width, tall, { ...look, color: light, cut: 0.57 });
    }
  }

  rain(count: number, color: string, opacity = 0.35, slant = 0.18): void {
    let near = '';
    let far = '';
    for (let drop = 0; drop < count; drop += 1) {
      const x = this.between(-100, this.width + 100);
      const y = this.between(-50, this.height);
      const long = this.between(18, 70);
      const d = `M${num(x)} ${num(y)}l${num(-long * slant)} ${num(long)}`;
      if (long > 52) near += d;
      else far += d;
    }
    this.stroke(far, color, 1, opacity * 0.8);
    this.stroke(near, color, 2, opacity);
  }
}
