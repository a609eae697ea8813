'use client';
import { useTransition } from 'react';
import { Button } from '#components/ui/button.tsx';

/** Ends the session; the action itself leads on to the page for signing in. */
export function SignOut({ signOut }: { signOut: () => Promise<unknown> }) {
  const [busy, start] = useTransition();
  return (
    <Button
      busy={busy}
      onClick={() =>
        start(async () => {
          await signOut();
        })
      }
    >
      Đăng xuất
    </Button>
  );
}
