/** What is taken in as a document: what a scanner or a camera makes, up to 10 megabytes. */
export const takesDocuments = {
  bytesMax: 10_000_000,
  types: ['pdf', 'png', 'jpeg', 'webp', 'heic'],
} as const;
