import { xmlText } from './xml.ts';

/** Text as it may stand in HTML, between tags or in an attribute in double quotes. */
export const htmlText = (text: string): string => xmlText(text).replaceAll('&apos;', '&#39;');
