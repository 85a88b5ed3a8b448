import type { ComponentChildren, JSX } from 'preact';
import type { Problem } from '../../problem/index.ts';
import { Footer } from './footer.tsx';
import { type Frame, FrameContext } from './frame.ts';
import { Keys } from './keys.tsx';
import type { Link } from './link.ts';
import { Masthead } from './masthead.tsx';
import { Problems } from './problems.tsx';
import { Trail } from './trail.tsx';

export type LayoutProps = Readonly<{
  frame: Frame;
  /** What the page is, as its tab and its entry in the history say. */
  title: string;
  /** The pages above this one, the outermost first; this one is left out. */
  trail?: readonly Link[] | undefined;
  /** What stopped the last action. They head the page, and fields show their own. */
  problems?: readonly Problem[] | undefined;
  /** Tables and editors take the whole width; what is read or filled in takes a narrower one. */
  width?: 'reading' | 'wide' | undefined;
  /** It is what came of a form that was sent, and not what its address shows. */
  isAnswer?: boolean | undefined;
  /** Without scripts the page asks for itself again after so many seconds. */
  refreshSeconds?: number | undefined;
  children: ComponentChildren;
}>;

const none: readonly Problem[] = [];

/** A whole page: everything but what the screen itself has to say. */
export function Layout(props: LayoutProps): JSX.Element {
  const { frame, problems = none, width = 'reading', trail = [], isAnswer } = props;
  return (
    <FrameContext.Provider value={{ frame, problems }}>
      <html lang="en">
        <Head {...props} />
        <body>
          <a class="skip" href="#content">
            Skip to the content
          </a>
          <Masthead frame={frame} />
          <div class={`page page-${width}`}>
            <Trail links={frame.neutralName === undefined ? trail : []} />
            <main id="content" tabIndex={-1} data-answer={isAnswer === true ? '' : undefined}>
              <Problems problems={problems} />
              {props.children}
            </main>
          </div>
          <Footer frame={frame} />
          <Keys frame={frame} />
        </body>
      </html>
    </FrameContext.Provider>
  );
}

function Head({ frame, title, problems = none, refreshSeconds }: LayoutProps): JSX.Element {
  const isNeutral = frame.neutralName !== undefined;
  const said = problems.length > 0 ? `Problem: ${title}` : title;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      {isNeutral && <meta name="robots" content="noindex, nofollow" />}
      <title>{frame.neutralName ?? `${said} – Outturn`}</title>
      <link rel="stylesheet" href={frame.assets.style} />
      {!isNeutral && <link rel="icon" href={frame.assets.mark} />}
      {refreshSeconds !== undefined && (
        <noscript>
          <meta http-equiv="refresh" content={String(refreshSeconds)} />
        </noscript>
      )}
      <script type="module" src={frame.assets.islands} />
    </head>
  );
}
