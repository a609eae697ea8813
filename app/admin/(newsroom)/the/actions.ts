'use server';
import { z } from 'zod';
import { action } from '#app/admin/door.ts';
import { mergeInput } from '#lib/named/merge.ts';
import { removeInput } from '#lib/named/remove.ts';
import {
  createTagInput,
  createTag as createTagVerb,
  editTagInput,
  editTag as editTagVerb,
  mergeTags as mergeTagsVerb,
  removeTag as removeTagVerb,
} from '#lib/tags/manage.ts';
import { suggestTags } from '#lib/tags/read.ts';

export const createTag = action(createTagInput, createTagVerb);
export const editTag = action(editTagInput, editTagVerb);
export const mergeTags = action(mergeInput, mergeTagsVerb);
export const removeTag = action(removeInput, removeTagVerb);
export const findTags = action(z.strictObject({ query: z.string().max(200) }), (actor, { query }) =>
  suggestTags(actor, query),
);
