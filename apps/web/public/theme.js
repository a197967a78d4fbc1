// Runs before the first paint, so that a chosen theme does not flash. The app keeps the choice up to date.
try {
  const theme = JSON.parse(localStorage.getItem("lookinglass.theme"));
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Without storage the system's theme applies.
}
