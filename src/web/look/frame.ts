import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Problem } from '../../problem/index.ts';
import type { Link } from './link.ts';

/** Who is signed in, as the head of every page says, and what they can turn into. */
export type FramePerson = Readonly<{
  name: string;
  /** The organisation they act for now; none where they have still to choose. */
  organisation?: string | undefined;
  /** The others they may act for: the button of each sends its `value` to `switchAction`. */
  others: readonly Readonly<{ label: string; value: string }>[];
  switchAction: string;
  signOutAction: string;
  /** Their own pages, such as ways of signing in. */
  links: readonly Link[];
}>;

/** A place in the main navigation; a letter pressed after "g" leads there. */
export type FramePlace = Link & Readonly<{ letter?: string | undefined }>;

/** Addresses of what a page needs beside it, each with the hash of its content in its name. */
export type FrameAssets = Readonly<{ style: string; mark: string; islands: string }>;

/**
 * What the server knows of every page it shows, whatever stands on it. The server makes one for
 * each request.
 */
export type Frame = Readonly<{
  /** The path asked for, without its query: it marks where one is. */
  path: string;
  assets: FrameAssets;
  /** Sent back by every form, so that nobody else's page can send one. */
  csrf: string;
  /** New each time a page is shown: a form sent twice is carried out once. */
  once: string;
  person?: FramePerson | undefined;
  places: readonly FramePlace[];
  help: readonly Link[];
  /**
   * For the safety of the people served: this stands in place of the page's and the product's
   * name in every title and heading of the page's edge, and nothing else is said.
   */
  neutralName?: string | undefined;
}>;

/** What components below a layout may ask for. */
export type FrameState = Readonly<{ frame: Frame; problems: readonly Problem[] }>;

const nothing: FrameState = {
  frame: {
    path: '',
    assets: { style: '', mark: '', islands: '' },
    csrf: '',
    once: '',
    places: [],
    help: [],
  },
  problems: [],
};

/** Given by the layout to everything on its page. */
export const FrameContext = createContext<FrameState>(nothing);

/** The frame and the problems of the page on which a component stands. */
export function useFrame(): FrameState {
  return useContext(FrameContext);
}
