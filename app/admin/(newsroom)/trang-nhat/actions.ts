'use server';

import { action } from '#app/admin/door.ts';
import { arrangeFront, arrangeInput } from '#lib/front/arrange.ts';
import {
  announceBreaking as announce,
  announceInput,
  changeBreaking as change,
  changeInput,
  endBreaking as end,
  endInput,
} from '#lib/front/breaking.ts';
import { findForFront, findInput } from '#lib/front/find-articles.ts';

export const saveArrangement = action(arrangeInput, arrangeFront);
export const findArticles = action(findInput, findForFront);
export const announceBreaking = action(announceInput, announce);
export const changeBreaking = action(changeInput, change);
export const endBreaking = action(endInput, end);
