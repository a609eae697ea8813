import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { PasswordForm } from '#components/newsroom/accounts/password-form.tsx';
import { SessionList } from '#components/newsroom/accounts/session-list.tsx';
import { TwoFactorPanel } from '#components/newsroom/accounts/two-factor-panel.tsx';
import { PageHead } from '#components/newsroom/page-head.tsx';
import { listOwnSessions } from '#lib/staff/sessions.ts';
import { twoFactorOf } from '#lib/staff/two-factor.ts';
import { roleNames } from '#lib/staff/types.ts';
import { signedIn } from '../../signed-in.ts';
import * as actions from './actions.ts';

export const metadata: Metadata = { title: 'Tài khoản của tôi' };

export default async function OwnAccountPage() {
  const actor = await signedIn('/admin/toi');
  const [twoFactor, sessions] = await Promise.all([
    twoFactorOf(actor),
    listOwnSessions(actor, await headers(), new Date()),
  ]);
  const { beginTwoFactor, confirmTwoFactor, endTwoFactor, renewRecoveryCodes } = actions;
  return (
    <>
      <PageHead
        title="Tài khoản của tôi"
        intro={`${actor.name} · ${actor.email} · ${roleNames[actor.role]}`}
      />
      <section className="panel stack" aria-labelledby="mat-khau">
        <h2 id="mat-khau">Mật khẩu</h2>
        <PasswordForm changePassword={actions.changePassword} />
      </section>
      <section className="panel stack" aria-labelledby="hai-buoc">
        <h2 id="hai-buoc">Xác thực hai bước</h2>
        <TwoFactorPanel
          state={twoFactor}
          actions={{ beginTwoFactor, confirmTwoFactor, endTwoFactor, renewRecoveryCodes }}
        />
      </section>
      <section className="panel stack" aria-labelledby="thiet-bi">
        <h2 id="thiet-bi">Nơi đang đăng nhập</h2>
        <SessionList
          sessions={sessions}
          endSession={actions.endSession}
          endOtherSessions={actions.endOtherSessions}
          endAllSessions={actions.endAllSessions}
        />
      </section>
    </>
  );
}
