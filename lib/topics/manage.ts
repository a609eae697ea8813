import type { z } from 'zod';
import { createInput, createNamed } from '#lib/named/create.ts';
import { editInput, editNamed } from '#lib/named/edit.ts';
import { type removeInput, removeNamed } from '#lib/named/remove.ts';
import type { Actor } from '#lib/staff/types.ts';
import { topicKind } from './kind.ts';

// What the desk does with running stories; lib/named says how, and what can stand in the way.

export const createTopicInput = createInput(topicKind);
export const editTopicInput = editInput(topicKind);

export const createTopic = (actor: Actor, input: z.infer<typeof createTopicInput>, now: Date) =>
  createNamed(topicKind, actor, input, now);

export const editTopic = (actor: Actor, input: z.infer<typeof editTopicInput>, now: Date) =>
  editNamed(topicKind, actor, input, now);

/** Deletes one; what hangs on it needs another in its place. */
export const removeTopic = (actor: Actor, input: z.infer<typeof removeInput>, now: Date) =>
  removeNamed(topicKind, actor, input, now);
