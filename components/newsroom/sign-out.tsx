'use client';
import { useTransition } from 'react';
import { Button } from '#components/ui/button.tsx';

/** Ends the session and leads to the page for signing in, anew: nothing of the newsroom is left in the browser's memory. */
export function SignOut({ signOut }: { signOut: () => Promise<unknown> }) {
  const [busy, start] = useTransition();
  return (
    <Button
      busy={busy}
      onClick={() =>
        start(async () => {
          await signOut();
          window.location.assign('/admin/dang-nhap');
        })
      }
    >
      Đăng xuất
    </Button>
  );
}
