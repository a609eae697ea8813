/**
 * Where the browser can, the page behind a link is there before it is opened: at a pointer that rests on the link, or a finger
 * that touches it. Not what is no page, nor one that is made only for whoever asks for it (speculation-rules.json).
 */
export const SpeculationRules = () => (
  <script
    type="speculationrules"
    // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of the build's settings
    dangerouslySetInnerHTML={{ __html: process.env['READER_SPECULATION_RULES'] ?? '' }}
  />
);
