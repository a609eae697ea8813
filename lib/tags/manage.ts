import type { z } from 'zod';
import { createInput, createNamed } from '#lib/named/create.ts';
import { editInput, editNamed } from '#lib/named/edit.ts';
import { type mergeInput, mergeNamed } from '#lib/named/merge.ts';
import { type removeInput, removeNamed } from '#lib/named/remove.ts';
import type { Actor } from '#lib/staff/types.ts';
import { tagKind } from './kind.ts';

// What the desk does with tags; lib/named says how, and what can stand in the way.

export const createTagInput = createInput(tagKind);
export const editTagInput = editInput(tagKind);

export const createTag = (actor: Actor, input: z.infer<typeof createTagInput>, now: Date) =>
  createNamed(tagKind, actor, input, now);

export const editTag = (actor: Actor, input: z.infer<typeof editTagInput>, now: Date) =>
  editNamed(tagKind, actor, input, now);

/** Several into one. */
export const mergeTags = (actor: Actor, input: z.infer<typeof mergeInput>, now: Date) =>
  mergeNamed(tagKind, actor, input, now);

/** Deletes one; what hangs on it needs another in its place. */
export const removeTag = (actor: Actor, input: z.infer<typeof removeInput>, now: Date) =>
  removeNamed(tagKind, actor, input, now);
