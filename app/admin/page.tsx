/** The newsroom's door, until the newsroom itself opens. It says how articles come in meanwhile. */
export default function AdminPage() {
  return (
    <main>
      <h1>Tòa soạn</h1>
      <p>Phòng biên tập trực tuyến chưa mở trong bản phần mềm này.</p>
      <p>
        Bài được đưa lên bằng tệp: <code>npm run import -- thư-mục-bài</code>, và lấy ra bằng{' '}
        <code>npm run export -- thư-mục</code>.
      </p>
      <p>
        <a href="/">Về trang nhất</a>
      </p>
    </main>
  );
}
