/**
 * True while `next build` tries the pages out. Whatever it renders is thrown away (finished pages live in our store,
 * which a build does not fill), and there is no database: so it is given empty pages.
 */
export const isBuilding = (): boolean => process.env['NEXT_PHASE'] === 'phase-production-build';
