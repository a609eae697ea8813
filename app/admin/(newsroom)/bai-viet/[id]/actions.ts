'use server';
import { action } from '#app/admin/door.ts';
import { articleQuery, suggestArticles } from '#lib/search/suggest-articles.ts';

export const findArticles = action(articleQuery, suggestArticles);
