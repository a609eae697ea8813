import type { Metadata } from 'next';
import { PageHead } from '#components/newsroom/page-head.tsx';
import { SettingsForm } from '#components/newsroom/settings/settings-form.tsx';
import { openSettings } from '#lib/settings/change.ts';
import { signedIn } from '../../signed-in.ts';
import { searchPictures } from '../anh/actions.ts';
import { saveSettings } from './actions.ts';

export const metadata: Metadata = { title: 'Cài đặt' };

export default async function SettingsPage() {
  const actor = await signedIn('/admin/cai-dat', 'settings.change');
  return (
    <>
      <PageHead title="Cài đặt" intro="Lưu là độc giả thấy ngay; mỗi thay đổi được ghi vào nhật ký." />
      <SettingsForm
        opened={await openSettings(actor)}
        save={saveSettings}
        searchPictures={searchPictures}
        email={actor.email}
        upload={{ endpoint: '/admin/api/tep' }}
      />
    </>
  );
}
