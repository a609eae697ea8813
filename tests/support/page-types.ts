/** One address of each kind of reader's page, on a site with the sample newspaper. */
export const pageTypes = [
  { kind: 'front page', path: '/', status: 200 },
  { kind: 'section', path: '/thoi-su', status: 200 },
  { kind: 'child section', path: '/thoi-su/giao-thong', status: 200 },
  { kind: 'long article', path: '/x-1.html', status: 200 },
  { kind: 'article with a table', path: '/x-17.html', status: 200 },
  { kind: 'tag', path: '/tag/giao-thong', status: 200 },
  { kind: 'running story', path: '/chu-de/cau-van-chai', status: 200 },
  { kind: 'author', path: '/tac-gia/le-thu-hanh', status: 200 },
  { kind: 'search', path: '/tim-kiem', status: 200 },
  { kind: 'search results', path: '/tim-kiem?q=song%20tram', status: 200 },
  {
    kind: 'search results that come near',
    path: '/tim-kiem?q=c%E1%BA%A7u%20ph%C3%A0%20b%C3%B3ng&muc=thoi-su',
    status: 200,
  },
  { kind: 'no search results', path: '/tim-kiem?q=zzzz', status: 200 },
  { kind: 'not found', path: '/khong-co-trang-nay', status: 404 },
] as const;
