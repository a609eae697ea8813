'use server';

import { action } from '#app/admin/door.ts';
import { changePicture as change } from '#lib/media/change-picture.ts';
import { deletePicture as remove } from '#lib/media/delete-picture.ts';
import { listPictures } from '#lib/media/list-pictures.ts';
import {
  pictureChange,
  pictureQuery,
  pictureReplacement,
  pictureToDelete,
} from '#lib/media/picture-input.ts';
import { replacePicture as replace } from '#lib/media/replace-picture.ts';

export const searchPictures = action(pictureQuery, listPictures);
export const changePicture = action(pictureChange, change);
export const replacePicture = action(pictureReplacement, replace);
export const deletePicture = action(pictureToDelete, remove);
