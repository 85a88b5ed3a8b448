import { h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Frame, FrameContext } from './frame.ts';
import { LabelsContext } from './labels.ts';

/** A whole page as it is sent. One with fields at fault is drawn again, their labels known. */
export function renderPage(page: VNode): string {
  const labels = new Map<string, string>();
  const draw = () => renderToString(h(LabelsContext.Provider, { value: labels }, page));
  const first = draw();
  return `<!doctype html>\n${labels.size === 0 ? first : draw()}\n`;
}

/** A part of a page, for an island that puts it in place of the one before. */
export function renderPart(frame: Frame, part: VNode): string {
  return renderToString(h(FrameContext.Provider, { value: { frame, problems: [] } }, part));
}
