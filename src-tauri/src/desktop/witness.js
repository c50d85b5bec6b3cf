// Remembers what went wrong in the page from its first line on, for the journeys. Only debug builds carry it.
(() => {
  const seen = [];
  const remember = (kind, words) => seen.push(`${kind}: ${words}`);
  addEventListener('error', (event) => remember('error', `${event.message} ${event.filename}:${event.lineno}`));
  addEventListener('unhandledrejection', (event) => remember('rejection', String(event.reason?.message ?? event.reason)));
  addEventListener('securitypolicyviolation', (event) =>
    remember('policy', `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`),
  );
  for (const level of ['error', 'warn']) {
    const speak = console[level].bind(console);
    console[level] = (...words) => {
      remember(level, words.map(String).join(' '));
      speak(...words);
    };
  }
  Object.defineProperty(window, 'runoutWitness', { value: seen });
})();
