import { lastExpiry, moment } from '#lib/page-cache/store.ts';

interface Flight<T> {
  began: number;
  result: Promise<T>;
}

/**
 * One making of a page however many ask for it. Whoever asks joins the making under way, unless something expired since
 * that began: then it may be making what is no longer true, and another begins, which those who ask from then on join.
 */
export class Flights<T> {
  readonly #underWay = new Map<string, Flight<T>>();

  get size(): number {
    return this.#underWay.size;
  }

  /** Whether one is under way, be it one that may not be joined any more. */
  has(key: string): boolean {
    return this.#underWay.has(key);
  }

  /** The making that may be joined, or null. */
  find(key: string): Promise<T> | null {
    const flight = this.#underWay.get(key);
    return flight && lastExpiry() < flight.began ? flight.result : null;
  }

  /** Begins a making; it can be joined until it is done. */
  begin(key: string, make: () => Promise<T>): Promise<T> {
    const flight: Flight<T> = { began: moment(), result: make() };
    this.#underWay.set(key, flight);
    const land = () => {
      if (this.#underWay.get(key) === flight) this.#underWay.delete(key);
    };
    flight.result.then(land, land);
    return flight.result;
  }
}
