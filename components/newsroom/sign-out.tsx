import { Button } from '#components/ui/button.tsx';

/** Ends the session, by a form that needs no script: who hurries off presses before that has arrived. */
export function SignOut() {
  return (
    <form method="post" action="/admin/dang-xuat">
      <Button type="submit">Đăng xuất</Button>
    </form>
  );
}
