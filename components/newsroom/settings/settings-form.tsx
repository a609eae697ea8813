'use client';
import type { FormEvent } from 'react';
import type { SearchPictures } from '#components/newsroom/pictures/use-picture-search.ts';
import { SignInAgain } from '#components/newsroom/sign-in-again.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { FormErrors } from '#components/ui/form-errors.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { StatusMessage } from '#components/ui/status-message.tsx';
import { TextArea, TextField } from '#components/ui/text-field.tsx';
import { useLeaveGuard } from '#components/ui/use-leave-guard.ts';
import type { OpenSettings, PaperSettings } from '#lib/settings/types.ts';
import { Clash } from './clash.tsx';
import type { FormValues, Path, TextPath } from './form-values.ts';
import { LogoField } from './logo-field.tsx';
import { type SaveSettings, useSettings } from './use-settings.ts';

interface Props {
  opened: OpenSettings;
  save: SaveSettings;
  searchPictures: SearchPictures;
  upload: { endpoint: string };
  /** Of the person whose page this is. */
  email: string;
}

interface TextSetting {
  path: TextPath;
  label: string;
  hint?: string;
  most?: number;
  type?: 'email' | 'tel';
  isLong?: boolean;
}

const named: TextSetting[] = [
  { path: 'name', label: 'Tên báo', most: 80 },
  { path: 'masthead.kicker', label: 'Dòng nhỏ trên tên ở đầu trang', hint: 'Như “Nhật báo”.', most: 40 },
  { path: 'masthead.title', label: 'Tên lớn ở đầu trang', hint: 'Để trống thì dùng tên báo.', most: 40 },
  { path: 'motto', label: 'Khẩu hiệu', most: 200 },
  {
    path: 'description',
    label: 'Giới thiệu báo',
    hint: 'Công cụ tìm kiếm và mạng xã hội hiện câu này.',
    most: 300,
    isLong: true,
  },
];

const imprint: TextSetting[] = [
  { path: 'imprint.owner', label: 'Cơ quan chủ quản' },
  { path: 'imprint.licence', label: 'Số giấy phép', hint: 'Như “45/GP-BVHTTDL ngày 03/02/2026”.' },
  { path: 'imprint.issuer', label: 'Cơ quan cấp phép' },
  { path: 'imprint.editorInChief', label: 'Tổng biên tập' },
  { path: 'imprint.address', label: 'Địa chỉ tòa soạn' },
  { path: 'imprint.phone', label: 'Điện thoại', type: 'tel' },
  { path: 'imprint.email', label: 'E-mail tòa soạn', type: 'email' },
  { path: 'notice', label: 'Dòng ghi chú cuối trang', most: 500, isLong: true },
];

const elsewhere: TextSetting[] = [
  {
    path: 'social',
    label: 'Địa chỉ mạng xã hội',
    hint: 'Mỗi dòng một địa chỉ bắt đầu bằng https://',
    isLong: true,
  },
];

const policies: TextSetting[] = [
  {
    path: 'policies.principles',
    label: 'Nguyên tắc xuất bản',
    hint: 'Địa chỉ trang nói về việc này; để trống nếu chưa có. Các dòng dưới cũng vậy.',
  },
  { path: 'policies.ethics', label: 'Quy tắc đạo đức' },
  { path: 'policies.corrections', label: 'Quy định đính chính' },
  { path: 'policies.factChecking', label: 'Cách kiểm chứng thông tin' },
  { path: 'policies.unnamedSources', label: 'Quy định về nguồn tin ẩn danh' },
  { path: 'policies.ownership', label: 'Cơ quan chủ quản và nguồn kinh phí' },
  { path: 'policies.masthead', label: 'Ban biên tập và phóng viên' },
  { path: 'policies.feedback', label: 'Tiếp nhận ý kiến bạn đọc' },
];

const agency: TextSetting[] = [
  { path: 'agency', label: 'Hãng tin ghi trước sapo', hint: 'Bài mới được ghi sẵn, như “TTXVN”.', most: 40 },
];

const approvals: { value: PaperSettings['selfApproval']; label: string }[] = [
  { value: 'never', label: 'Không' },
  { value: 'when_alone', label: 'Chỉ khi không còn ai khác duyệt được' },
  { value: 'always', label: 'Có' },
];

const approvalName = (value: string) => approvals.find((one) => one.value === value)?.label ?? value;

/** Everything that the paper says of itself and how its newsroom works. */
export function SettingsForm({ opened, save, searchPictures, upload, email }: Props) {
  const form = useSettings(opened, save);
  const { values, set, errorOf, clashes, meanwhile, saving } = form;
  useLeaveGuard(form.isChanged);

  const clash = <P extends Path>(path: P, words: (value: FormValues[P]) => string) => {
    const theirs: FormValues[P] | undefined = clashes[path];
    if (theirs === undefined) return null;
    return <Clash theirs={words(theirs)} onTake={() => set(path, theirs)} />;
  };
  const text = ({ path, label, hint, most, type, isLong }: TextSetting) => {
    const props = {
      label,
      hint,
      most,
      value: values[path],
      error: errorOf(path),
      onChange: (value: string) => set(path, value),
    };
    return (
      <div key={path} className="stack-tight">
        {isLong ? <TextArea {...props} /> : <TextField {...props} type={type ?? 'text'} />}
        {clash(path, (theirs) => theirs)}
      </div>
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.submit();
  };

  return (
    <form className="settings" onSubmit={submit} noValidate>
      <FormErrors trouble={saving.trouble} />
      {meanwhile && (
        <StatusMessage kind="warning">
          {meanwhile} vừa lưu cài đặt trong lúc bạn sửa, nên bản của bạn chưa được lưu và chưa có gì bị ghi
          đè. Những mục bạn không đụng tới đã lấy theo bản mới
          {Object.keys(clashes).length > 0 && '; mục cả hai cùng sửa được ghi ngay bên dưới mục đó'}. Hãy xem
          lại rồi lưu lần nữa.
        </StatusMessage>
      )}
      <section className="panel form" aria-labelledby="cai-dat-ten">
        <h2 id="cai-dat-ten">Tờ báo</h2>
        {named.map(text)}
        <LogoField
          logo={form.logo}
          error={errorOf('logo')}
          search={searchPictures}
          upload={upload}
          onChange={form.setLogo}
        />
        {clash('logo', (theirs) => (theirs === '' ? '' : 'một ảnh khác'))}
      </section>
      <section className="panel form" aria-labelledby="cai-dat-chan-trang">
        <h2 id="cai-dat-chan-trang">Chân trang</h2>
        {imprint.map(text)}
        {elsewhere.map(text)}
      </section>
      <section className="panel form" aria-labelledby="cai-dat-may-tim-kiem">
        <h2 id="cai-dat-may-tim-kiem">Máy tìm kiếm và trình đọc tin</h2>
        {policies.map(text)}
        <Checkbox
          label="Nguồn tin RSS và JSON mang trọn bài, không chỉ tiêu đề và sapo"
          checked={values['feeds.fullText']}
          onChange={(checked) => set('feeds.fullText', checked)}
        />
        {clash('feeds.fullText', (theirs) => (theirs ? 'trọn bài' : 'chỉ tiêu đề và sapo'))}
      </section>
      <section className="panel form" aria-labelledby="cai-dat-lam-viec">
        <h2 id="cai-dat-lam-viec">Lệ làm việc</h2>
        {agency.map(text)}
        <RadioGroup
          label="Người viết được duyệt bài của chính mình"
          value={values.selfApproval}
          choices={approvals}
          error={errorOf('selfApproval')}
          onChange={(value) => {
            const chosen = approvals.find((one) => one.value === value);
            if (chosen) set('selfApproval', chosen.value);
          }}
        />
        {clash('selfApproval', approvalName)}
        <Checkbox
          label="Ảnh phải có chú thích mới xuất bản được"
          checked={values['checks.captionRequired']}
          onChange={(checked) => set('checks.captionRequired', checked)}
        />
        {clash('checks.captionRequired', (theirs) => (theirs ? 'phải có' : 'không cần'))}
      </section>
      <div className="save-bar">
        <Button type="submit" variant="primary" busy={saving.busy}>
          Lưu cài đặt
        </Button>
        <span className="quiet">{form.isChanged ? 'Có thay đổi chưa lưu.' : 'Đã lưu'}</span>
      </div>
      <SignInAgain
        open={saving.trouble?.problem === 'signed-out'}
        email={email}
        onDone={() => void form.submit()}
        onCancel={saving.reset}
      />
    </form>
  );
}
