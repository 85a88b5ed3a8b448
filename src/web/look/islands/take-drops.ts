/**
 * A file that is dropped anywhere on a page with one field for files is taken by that field, which
 * says so while the file is held over the page. Without this a field takes what is dropped on it.
 */
export function takeDrops(): void {
  const fields = document.querySelectorAll<HTMLInputElement>('main input[type=file]');
  const [field] = fields;
  if (field === undefined || fields.length > 1) return;
  const mark = (isOver: boolean) => field.classList.toggle('dropping', isOver);
  document.addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    mark(true);
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) mark(false);
  });
  document.addEventListener('drop', (event) => {
    mark(false);
    const files = event.dataTransfer?.files;
    if (!holdsFiles(event) || files === undefined || event.target === field) return;
    event.preventDefault();
    field.files = files;
    field.focus();
  });
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') === true;
}
