/** A page as a phone has it: in a window of that width, so that its own styles decide. */
export function PhoneFrame({ src }: { src: string }) {
  return (
    <main className="preview-phone" aria-label="Màn hình điện thoại">
      <h1 className="preview-phone-title">Bài ở bề ngang điện thoại</h1>
      <iframe src={src} title="Bài ở bề ngang điện thoại" width={390} />
    </main>
  );
}
