'use server';

import { action } from '#app/admin/door.ts';
import { listPictures } from '#lib/media/list-pictures.ts';
import { pictureQuery } from '#lib/media/picture-input.ts';

export const searchPictures = action(pictureQuery, listPictures);
