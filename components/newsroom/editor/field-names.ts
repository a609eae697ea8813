/** The fields that the checks lead to, as the editor's elements are called. */
export const fieldIds = {
  title: 'bai-tieu-de',
  sapo: 'bai-sapo',
  categoryId: 'bai-chuyen-muc',
  tags: 'bai-the',
  picks: 'bai-lien-quan',
  cover: 'bai-anh-dai-dien',
} as const;

type FormField = keyof typeof fieldIds;

export const isFormField = (field: string): field is FormField => field in fieldIds;
