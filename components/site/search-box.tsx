/** The search: a plain form, so that it works without script. `id` keeps two of them on one page apart. */
export function SearchBox({ id, query = '', className }: { id: string; query?: string; className?: string }) {
  return (
    <search className={className}>
      <form action="/tim-kiem" method="get" className="search-box">
        <label htmlFor={id} className="sr-only">
          Tìm bài viết
        </label>
        <input
          id={id}
          type="search"
          name="q"
          defaultValue={query}
          required
          maxLength={200}
          placeholder="Tìm bài"
          autoComplete="off"
          data-suggest
        />
        <button type="submit">Tìm</button>
      </form>
    </search>
  );
}
