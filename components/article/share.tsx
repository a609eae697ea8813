/** Ways to pass the article on. Plain links and a field to copy from; our script makes one click of copying. */
export function Share({ url }: { url: string }) {
  const address = encodeURIComponent(url);
  // Zalo's share page takes what its own button sends: the address as base64 of a small JSON.
  const forZalo = encodeURIComponent(btoa(JSON.stringify({ url })));
  return (
    <section className="share" aria-label="Chia sẻ">
      <a href={`https://www.facebook.com/sharer/sharer.php?u=${address}`} rel="noopener nofollow">
        Facebook
      </a>
      <a
        href={`https://button-share.zalo.me/share_external?d=${forZalo}&shareType=0`}
        rel="noopener nofollow"
      >
        Zalo
      </a>
      <details className="copy-link">
        <summary data-copy={url}>Sao chép liên kết</summary>
        <input type="text" readOnly value={url} aria-label="Liên kết của bài" />
      </details>
      <button type="button" data-print className="needs-script">
        In bài
      </button>
      <span role="status" className="share-status" />
    </section>
  );
}
