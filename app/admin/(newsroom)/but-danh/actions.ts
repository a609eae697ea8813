'use server';
import { z } from 'zod';
import { action } from '#app/admin/door.ts';
import { editBylineInput, editByline as editBylineVerb } from '#lib/bylines/edit.ts';
import {
  createBylineInput,
  createByline as createBylineVerb,
  mergeBylines as mergeBylinesVerb,
  removeByline as removeBylineVerb,
} from '#lib/bylines/manage.ts';
import { suggestBylines } from '#lib/bylines/read.ts';
import { mergeInput } from '#lib/named/merge.ts';
import { removeInput } from '#lib/named/remove.ts';

export const createByline = action(createBylineInput, createBylineVerb);
export const editByline = action(editBylineInput, editBylineVerb);
export const mergeBylines = action(mergeInput, mergeBylinesVerb);
export const removeByline = action(removeInput, removeBylineVerb);
export const findBylines = action(z.strictObject({ query: z.string().max(200) }), (actor, { query }) =>
  suggestBylines(actor, query),
);
