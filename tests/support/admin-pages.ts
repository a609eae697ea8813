/** One address of each kind of the newsroom's pages, on a site with the sample newspaper, as an administrator sees them. */
export const adminPages = [{ kind: 'board', path: '/admin' }] as const;
