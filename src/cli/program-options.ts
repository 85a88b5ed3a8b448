import { Option } from 'commander';

/** The option that every verb has; `json` is always among its choices, and the first is usual. */
export function format(...choices: readonly string[]): Option {
  return new Option('--format <FORMAT>', 'how to show it')
    .choices([...choices, 'json'])
    .default(choices[0]);
}
