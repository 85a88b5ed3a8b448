import { h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Frame, FrameContext } from './frame.ts';

/** A whole page as it is sent. */
export function renderPage(page: VNode): string {
  return `<!doctype html>\n${renderToString(page)}\n`;
}

/** A part of a page, for an island that puts it in place of the one before. */
export function renderPart(frame: Frame, part: VNode): string {
  return renderToString(h(FrameContext.Provider, { value: { frame, problems: [] } }, part));
}
