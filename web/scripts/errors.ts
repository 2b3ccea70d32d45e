/**
 * After a refused form the summary takes the focus, so that it is read first and its links are
 * next.
 */
export function focusFirstError(root: ParentNode): void {
  root.querySelector<HTMLElement>("[data-error-summary]")?.focus();
}
