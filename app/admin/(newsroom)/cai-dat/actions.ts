'use server';

import { action } from '#app/admin/door.ts';
import { changeSettings, settingsInput } from '#lib/settings/change.ts';

export const saveSettings = action(settingsInput, changeSettings);
