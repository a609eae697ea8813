'use client';
import { useRouter } from 'next/navigation';
import { UploadArea } from './upload-area.tsx';
import { useUploads } from './use-uploads.ts';

/** The head of the store: sends files, and shows them in the list below as they become pictures. */
export function PictureLibraryUploads({ endpoint }: { endpoint: string }) {
  const router = useRouter();
  const uploads = useUploads({ endpoint, onPicture: () => router.refresh() });
  return <UploadArea {...uploads} showLinks />;
}
