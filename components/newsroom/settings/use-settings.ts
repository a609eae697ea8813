'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { say } from '#components/ui/toast.tsx';
import { type ServerAction, useAction } from '#components/ui/use-action.ts';
import type { PictureView } from '#lib/media/types.ts';
import type { OpenSettings, PaperSettings, SettingsOutcome } from '#lib/settings/types.ts';
import { type FormValues, fromForm, joinForms, type Path, socialLines, toForm } from './form-values.ts';

export type SaveSettings = ServerAction<{ version: number; settings: PaperSettings }, SettingsOutcome>;

/** The form's state: what is typed, what of it is not saved, and what somebody else saved meanwhile. */
export function useSettings(opened: OpenSettings, save: SaveSettings) {
  const router = useRouter();
  const [base, setBase] = useState(opened);
  const [values, setValues] = useState(() => toForm(opened.settings));
  const [clashes, setClashes] = useState<Partial<FormValues>>({});
  const [meanwhile, setMeanwhile] = useState<string | null>(null);
  // Pictures that were the logo or were picked: whichever key stands in the form, its picture can be shown.
  const [pictures, setPictures] = useState<readonly (PictureView | null)[]>([opened.logo]);
  const before = toForm(base.settings);
  const isChanged = JSON.stringify(fromForm(values)) !== JSON.stringify(fromForm(before));

  const take = ({ saved, current }: SettingsOutcome) => {
    setBase(current);
    setPictures((known) => [...known, current.logo]);
    if (saved) {
      setValues(toForm(current.settings));
      setClashes({});
      setMeanwhile(null);
      say('Đã lưu cài đặt. Trang của độc giả đã đổi theo.');
      router.refresh();
      return;
    }
    const joined = joinForms(before, values, toForm(current.settings));
    setValues(joined.values);
    setClashes(joined.clashes);
    setMeanwhile(current.changedBy ?? 'Người khác');
  };

  const saving = useAction(save, { done: take, refresh: false });
  const errorOf = (path: Path): string | undefined =>
    path === 'social' ? socialError(values.social, saving.errorOf) : saving.errorOf(`settings.${path}`);

  const set = <P extends Path>(path: P, value: FormValues[P]) => {
    setValues((now) => ({ ...now, [path]: value }));
    setClashes(({ [path]: _, ...others }) => others as Partial<FormValues>);
  };
  const setLogo = (picture: PictureView | null) => {
    setPictures((known) => [...known, picture]);
    set('logo', picture?.key ?? '');
  };
  const logo = pictures.find((picture) => picture?.key === values.logo) ?? null;
  const submit = () => saving.run({ version: base.version, settings: fromForm(values) });
  return { values, set, logo, setLogo, submit, errorOf, isChanged, clashes, meanwhile, saving };
}

/** The addresses stand in one box: which of them is wrong, its error says. */
function socialError(text: string, errorOf: (field: string) => string | undefined): string | undefined {
  const whole = errorOf('settings.social');
  if (whole) return whole;
  const wrong = socialLines(text).flatMap((line, index) => {
    const error = errorOf(`settings.social.${index}`);
    return error ? [`“${line}”: ${error}`] : [];
  });
  return wrong.length > 0 ? wrong.join(' ') : undefined;
}
