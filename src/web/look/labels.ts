import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/**
 * The labels of the fields at fault, by the name of the field. The problems of a page stand above
 * its fields and name them by these: a page with problems is drawn once before, to learn them.
 */
export const LabelsContext = createContext<Map<string, string>>(new Map());

/** The labels that are known so far. */
export function useLabels(): Map<string, string> {
  return useContext(LabelsContext);
}

/** A message after the label of its field, unless it names the field itself. */
export function labelled(message: string, label: string | undefined): string {
  if (label === undefined || message.toLowerCase().includes(label.toLowerCase())) return message;
  return /[?.!:]$/.test(label) ? `${label} ${message}` : `${label}: ${message}`;
}
