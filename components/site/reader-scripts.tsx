/**
 * A reader's page's own script: in the page itself what must be known before the first paint, so that nothing jumps or
 * flashes (the reader's choice of light or dark and of text size, choices.js); the rest is fetched meanwhile. For the head.
 */
export function ReaderScripts() {
  return (
    <>
      {/* Text of ours, from the build's settings; the policy of the readers' pages names it by its hash. */}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant */}
      <script id="choices" dangerouslySetInnerHTML={{ __html: process.env['READER_CHOICES_SCRIPT'] ?? '' }} />
      <script src={`/reader.js?v=${process.env['READER_SCRIPT_HASH']}`} defer />
    </>
  );
}
