import type { z } from 'zod';
import { createInput, createNamed } from '#lib/named/create.ts';
import { type mergeInput, mergeNamed } from '#lib/named/merge.ts';
import { type removeInput, removeNamed } from '#lib/named/remove.ts';
import type { Actor } from '#lib/staff/types.ts';
import { bylineKind } from './kind.ts';

// What the desk does with bylines; lib/named says how, and what can stand in the way.

export const createBylineInput = createInput(bylineKind);

export const createByline = (actor: Actor, input: z.infer<typeof createBylineInput>, now: Date) =>
  createNamed(bylineKind, actor, input, now);

/** Several into one. */
export const mergeBylines = (actor: Actor, input: z.infer<typeof mergeInput>, now: Date) =>
  mergeNamed(bylineKind, actor, input, now);

/** Deletes one; what hangs on it needs another in its place. */
export const removeByline = (actor: Actor, input: z.infer<typeof removeInput>, now: Date) =>
  removeNamed(bylineKind, actor, input, now);
