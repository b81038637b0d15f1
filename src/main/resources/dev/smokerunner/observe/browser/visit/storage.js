held => {
  try {
    if (location.origin !== held.origin) return;
    for (const [storage, values] of [[localStorage, held.local], [sessionStorage, held.session]]) {
      for (const [key, value] of Object.entries(values)) {
        if (storage.getItem(key) === null) storage.setItem(key, value);
      }
    }
  } catch (forbidden) {
    // A frame without an origin has no storage.
  }
}
