'use server';

import { action } from '#app/admin/door.ts';
import { addStaffInput, addStaff as addVerb } from '#lib/staff/add-staff.ts';
import { changeStaffInput, changeStaff as changeVerb } from '#lib/staff/change-staff.ts';
import {
  disableStaff as disableVerb,
  enableStaff as enableVerb,
  staffIdInput,
} from '#lib/staff/disable-staff.ts';
import { makeStaffLink as makeLinkVerb, removeTwoFactor as removeVerb } from '#lib/staff/help-staff.ts';

export const addStaff = action(addStaffInput, addVerb);
export const changeStaff = action(changeStaffInput, changeVerb);
export const disableStaff = action(staffIdInput, disableVerb);
export const enableStaff = action(staffIdInput, enableVerb);
export const makeStaffLink = action(staffIdInput, makeLinkVerb);
export const removeTwoFactor = action(staffIdInput, removeVerb);
