try {
  for (const name of ['theme', 'size']) {
    const value = localStorage.getItem(`toasoan-${name}`);
    if (value && /^[a-z]{3,5}$/.test(value)) document.documentElement.dataset[name] = value;
  }
} catch (_) {}
