/** `Limits/limit`, and from the second sentence of a form on `Limits/limit 2`. */
export function clauseOf(section: string, form: string, at: number): string {
  return at === 0 ? `${section}/${form}` : `${section}/${form} ${at + 1}`;
}
