import { paper } from '#lib/site/paper.ts';

/**
 * The page for when nothing else can be made: no database, no styles of the site's, nothing that could fail in turn.
 */
export const unavailablePage = `<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Tạm thời chưa mở được trang - ${paper.name}</title>
<style>
:root { color-scheme: light dark }
body { max-width: 36rem; margin: 15vh auto; padding: 0 1rem; font: 1.125rem/1.6 Georgia, serif }
h1 { font-size: 1.75rem; line-height: 1.3 }
</style>
</head>
<body>
<main>
<p>${paper.name}</p>
<h1>Trang này tạm thời chưa mở được</h1>
<p>Tòa soạn đang khắc phục. Xin bạn thử lại sau ít phút; những trang khác có thể vẫn xem được từ <a href="/">trang nhất</a>.</p>
</main>
</body>
</html>
`;

/** Seconds after which a reader or a crawler may try again. */
export const retryAfterSeconds = 10;
