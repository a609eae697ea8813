'use server';
import { z } from 'zod';
import { action } from '#app/admin/door.ts';
import { beginArticle } from '#lib/articles/drafts.ts';

export const begin = action(z.strictObject({}), beginArticle);
