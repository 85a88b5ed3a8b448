/** Problems that head a page are turned to when it opens, so that those who listen hear of them. */
export function turnToProblems(): void {
  const problems = document.querySelector<HTMLElement>('main > .problems:first-child');
  if (problems === null || location.hash !== '') return;
  problems.tabIndex = -1;
  problems.focus();
}
