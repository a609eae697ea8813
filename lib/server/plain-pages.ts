// Pages for when nothing else can be made: no database, no styles of the site's, nothing that could fail in turn; not even the paper's
// name, which stands in the database.

function plainPage(title: string, text: string): Buffer {
  return Buffer.from(`<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>
:root { color-scheme: light dark }
body { max-width: 36rem; margin: 15vh auto; padding: 0 1rem; font: 1.125rem/1.6 Georgia, serif }
h1 { font-size: 1.75rem; line-height: 1.3 }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
</main>
</body>
</html>
`);
}

const home = '<a href="/">trang nhất</a>';

/** With status 503: what is missing will be there again. */
export const unavailablePage = plainPage(
  'Trang này tạm thời chưa mở được',
  `Tòa soạn đang khắc phục. Xin bạn thử lại sau ít phút; những trang khác có thể vẫn xem được từ ${home}.`,
);

/** Seconds after which a reader or a crawler may try again. */
export const retryAfterSeconds = 10;

/** With status 400: an address that is not written as addresses are. */
export const badAddressPage = plainPage(
  'Địa chỉ không hợp lệ',
  `Địa chỉ này viết sai quy cách nên không dẫn tới trang nào. Mời bạn về ${home}.`,
);
