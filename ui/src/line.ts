// Where the quick-entry line is, for the keys and buttons that lead to it.
export const lineId = 'line';

export function focusLine(): void {
  const line = document.getElementById(lineId);
  if (line instanceof HTMLInputElement) {
    line.focus();
    line.select();
  }
}
