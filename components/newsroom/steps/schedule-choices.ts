import { minuteInVietNam, momentInVietNam } from '#lib/site/dates.ts';

const dayMs = 24 * 60 * 60 * 1000;

interface Choice {
  label: string;
  /** The minute in Viet Nam, as the field holds it. */
  minute: string;
}

/** Hours that newsrooms set most, as far as they are still to come: "18:00 hôm nay", "6:00 sáng mai". */
export function scheduleChoices(now: Date): Choice[] {
  const today = minuteInVietNam(now).slice(0, 10);
  const tomorrow = minuteInVietNam(new Date(now.getTime() + dayMs)).slice(0, 10);
  const choices = [
    { label: '11:00 hôm nay', minute: `${today}T11:00` },
    { label: '18:00 hôm nay', minute: `${today}T18:00` },
    { label: '6:00 sáng mai', minute: `${tomorrow}T06:00` },
    { label: '18:00 mai', minute: `${tomorrow}T18:00` },
  ];
  return choices.filter(({ minute }) => (momentInVietNam(minute) ?? now) > now);
}

/** What the field begins with: the hour that is set, or the next full one. */
export function firstMinute(goLiveAt: Date | null, now: Date): string {
  if (goLiveAt && goLiveAt > now) return minuteInVietNam(goLiveAt);
  return `${minuteInVietNam(new Date(now.getTime() + 60 * 60 * 1000)).slice(0, 13)}:00`;
}
