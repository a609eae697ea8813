'use server';
import { action } from '#app/admin/door.ts';
import { createCategoryInput, createCategory as createCategoryVerb } from '#lib/categories/create.ts';
import { editCategoryInput, editCategory as editCategoryVerb } from '#lib/categories/edit.ts';
import { orderCategoriesInput, orderCategories as orderCategoriesVerb } from '#lib/categories/order.ts';
import { removeCategoryInput, removeCategory as removeCategoryVerb } from '#lib/categories/remove.ts';

export const createCategory = action(createCategoryInput, createCategoryVerb);
export const editCategory = action(editCategoryInput, editCategoryVerb);
export const orderCategories = action(orderCategoriesInput, orderCategoriesVerb);
export const removeCategory = action(removeCategoryInput, removeCategoryVerb);
