'use server';
import { z } from 'zod';
import { action } from '#app/admin/door.ts';
import { removeInput } from '#lib/named/remove.ts';
import { closeTopicInput, closeTopic as closeTopicVerb } from '#lib/topics/close.ts';
import {
  createTopicInput,
  createTopic as createTopicVerb,
  editTopicInput,
  editTopic as editTopicVerb,
  removeTopic as removeTopicVerb,
} from '#lib/topics/manage.ts';
import { findTopics as findTopicsRead } from '#lib/topics/read.ts';

export const createTopic = action(createTopicInput, createTopicVerb);
export const editTopic = action(editTopicInput, editTopicVerb);
export const closeTopic = action(closeTopicInput, closeTopicVerb);
export const removeTopic = action(removeInput, removeTopicVerb);
export const findTopics = action(z.strictObject({ query: z.string().max(200) }), (actor, { query }) =>
  findTopicsRead(actor, query),
);
