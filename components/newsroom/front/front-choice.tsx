'use client';
import { useRouter } from 'next/navigation';
import { SelectField } from '#components/ui/select-field.tsx';
import type { FrontChoice as Choice } from '#lib/front/types.ts';

/** Which front is arranged: the front page or a section's. */
export function FrontChoice({ fronts, current }: { fronts: readonly Choice[]; current: number | null }) {
  const router = useRouter();
  return (
    <SelectField
      label="Trang"
      value={String(current ?? '')}
      onChange={(value) => router.push(value === '' ? '/admin/trang-nhat' : `/admin/trang-nhat?muc=${value}`)}
      choices={fronts.map(({ id, name }) => ({ value: String(id ?? ''), label: name }))}
    />
  );
}
