// Names that robots give themselves, and tools that fetch pages. Browsers within apps (Zalo, Facebook) are none, nor is
// the telephone called Cubot.
const robots =
  /(?<!cu)bot(?:\b|_)|crawl|spider|slurp|headless|lighthouse|preview|fetch|monitor|scan|archiv|http[-_ ]?client|okhttp|curl|wget|python|java\/|ruby|perl|php|go-http|node|axios|phantom|selenium|facebookexternalhit|mediapartners|ia_archiver|pingdom|uptime/i;
const shortestAgent = 20;

/** Whether a request says of itself, by its User-Agent, that no person reads the page. */
export function isRobot(agent: string | null): boolean {
  return !agent || agent.length < shortestAgent || robots.test(agent);
}
