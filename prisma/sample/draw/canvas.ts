/** A seeded SVG canvas: shapes, gradients, filters, mirrors. */
import { generator, num } from './color.ts';

export type Point = readonly [number, number];
type Draw = () => void;

export class Canvas {
  readonly width: number;
  readonly height: number;
  readonly random: () => number;
  private readonly defs: string[] = [];
  private body: string[] = [];
  private ids = 0;
  /** A chart is printed flat: no vignette, no grain. */
  flat = false;

  constructor(name: string, width = 1600, height = 1067) {
    this.width = width;
    this.height = height;
    this.random = generator(name);
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.random();
  }

  chance(part: number): boolean {
    return this.random() < part;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.random() * items.length)];
    if (item === undefined) throw new Error('Nothing to pick from');
    return item;
  }

  add(svg: string): void {
    this.body.push(svg);
  }

  protected define(make: (id: string) => string): string {
    this.ids += 1;
    const id = `d${this.ids}`;
    this.defs.push(make(id));
    return id;
  }

  private stops(colors: readonly string[]): string {
    return colors
      .map((stop, at) => {
        const [color, offset = num((100 * at) / Math.max(1, colors.length - 1)), opacity = '1'] =
          stop.split(' ');
        return `<stop offset="${offset}%" stop-color="${color}" stop-opacity="${opacity}"/>`;
      })
      .join('');
  }

  /** A linear gradient; each stop is "color", "color percent" or "color percent opacity". */
  linear(colors: readonly string[], x2 = 0, y2 = 1): string {
    const stops = this.stops(colors);
    return `url(#${this.define(
      (id) => `<linearGradient id="${id}" x1="0" y1="0" x2="${x2}" y2="${y2}">${stops}</linearGradient>`,
    )})`;
  }

  radial(colors: readonly string[], cx = 0.5, cy = 0.5, r = 0.5): string {
    const stops = this.stops(colors);
    return `url(#${this.define(
      (id) => `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}">${stops}</radialGradient>`,
    )})`;
  }

  rect(x: number, y: number, w: number, h: number, fill: string, opacity = 1, rx = 0): void {
    const round = rx > 0 ? ` rx="${num(rx)}"` : '';
    const box = `x="${num(x)}" y="${num(y)}" width="${num(Math.max(0, w))}" height="${num(Math.max(0, h))}"`;
    this.add(`<rect ${box}${round} fill="${fill}"${this.alpha(opacity)}/>`);
  }

  poly(points: readonly Point[], fill: string, opacity = 1): void {
    const list = points.map(([x, y]) => `${num(x)},${num(y)}`).join(' ');
    this.add(`<polygon points="${list}" fill="${fill}"${this.alpha(opacity)}/>`);
  }

  path(d: string, fill: string, opacity = 1): void {
    this.add(`<path d="${d}" fill="${fill}"${this.alpha(opacity)}/>`);
  }

  stroke(d: string, color: string, width: number, opacity = 1): void {
    const pen = `stroke="${color}" stroke-width="${num(width)}" stroke-linecap="round" stroke-linejoin="round"`;
    this.add(`<path d="${d}" fill="none" ${pen}${this.alpha(opacity)}/>`);
  }

  line(x1: number, y1: number, x2: number, y2: number, color: string, width: number, opacity = 1): void {
    this.stroke(`M${num(x1)} ${num(y1)}L${num(x2)} ${num(y2)}`, color, width, opacity);
  }

  ellipse(x: number, y: number, rx: number, ry: number, fill: string, opacity = 1): void {
    const shape = `cx="${num(x)}" cy="${num(y)}" rx="${num(rx)}" ry="${num(ry)}"`;
    this.add(`<ellipse ${shape} fill="${fill}"${this.alpha(opacity)}/>`);
  }

  circle(x: number, y: number, r: number, fill: string, opacity = 1): void {
    this.ellipse(x, y, r, r, fill, opacity);
  }

  protected alpha(opacity: number): string {
    return opacity < 1 ? ` opacity="${Math.round(opacity * 1000) / 1000}"` : '';
  }

  group(attributes: string, draw: Draw): void {
    this.add(`<g ${attributes}>`);
    draw();
    this.add('</g>');
  }

  /** Draws at a place of its own: moved, scaled and turned. */
  place(x: number, y: number, scale: number, turn: number, draw: Draw): void {
    this.group(
      `transform="translate(${num(x)} ${num(y)}) rotate(${num(turn)}) scale(${scale.toFixed(3)})"`,
      draw,
    );
  }

  clip(d: string, draw: Draw): void {
    const id = this.define((name) => `<clipPath id="${name}"><path d="${d}"/></clipPath>`);
    this.group(`clip-path="url(#${id})"`, draw);
  }

  private filter(content: string): string {
    const id = this.define(
      (name) =>
        `<filter id="${name}" x="-0.2" y="-0.2" width="1.4" height="1.4" color-interpolation-filters="sRGB">` +
        `${content}</filter>`,
    );
    return `filter="url(#${id})"`;
  }

  /** Attribute of a group out of focus. */
  blur(amount: number, amountY = amount): string {
    return this.filter(`<feGaussianBlur stdDeviation="${amount} ${amountY}"/>`);
  }

  /** Attribute of a group with unsteady edges: leaves, rocks, or things mirrored in water. */
  rough(scale: number, fx = 0.05, fy = fx, soften = 0): string {
    const noise = `<feTurbulence type="fractalNoise" baseFrequency="${fx} ${fy}" numOctaves="2" seed="7"/>`;
    const shift = `<feDisplacementMap in="SourceGraphic" scale="${scale}" xChannelSelector="R" yChannelSelector="G"/>`;
    return this.filter(noise + shift + (soften > 0 ? `<feGaussianBlur stdDeviation="${soften}"/>` : ''));
  }

  /** Draws something and its image in water below the line. */
  reflect(y: number, draw: Draw, opacity = 0.55, wobble = 26): void {
    const outer = this.body;
    this.body = [];
    draw();
    const copy = this.body.join('');
    this.body = outer;
    const flip = `transform="translate(0 ${num(2 * y)}) scale(1 -1)"`;
    this.add(`<g ${this.rough(wobble, 0.006, 0.07, 1.2)}${this.alpha(opacity)}><g ${flip}>${copy}</g></g>`);
    this.add(copy);
  }

  toString(): string {
    const all = `width="${this.width}" height="${this.height}"`;
    const edge = this.radial(['#000 0 0', '#000 55 0', '#05070f 100 0.42'], 0.5, 0.48, 0.78);
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" ${all} viewBox="0 0 ${this.width} ${this.height}">` +
      `<defs>${this.defs.join('')}</defs>${this.body.join('')}${this.flat ? '' : `<rect ${all} fill="${edge}"/>`}</svg>`
    );
  }
}
