/** Takes text in pieces of any size, and adds the rows in it to a table of facts. */
export type FactReader = Readonly<{
  push: (text: string) => void;
  end: () => void;
}>;
