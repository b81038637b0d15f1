(question, css, use) => {
  const isVisible = element => {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return box.width > 0 && box.height > 0 && style.visibility === 'visible';
  };
  const visible = () => Array.from(document.querySelectorAll(css)).find(isVisible);
  const takesText = element => element.isContentEditable || element.localName === 'textarea'
      || element.localName === 'input'
      && !/^(button|checkbox|color|file|hidden|image|radio|range|reset|submit)$/.test(element.type);
  const held = storage => {
    try {
      return Object.fromEntries(Object.keys(storage()).map(key => [key, storage().getItem(key)]));
    } catch (forbidden) {
      return {};
    }
  };
  const questions = {
    find() {
      const element = visible();
      if (!element) return {state: 'missing'};
      if (use === 'see') return {state: 'ready'};
      if (element.matches(':disabled')) return {state: 'locked'};
      const password = element.localName === 'input' && element.type === 'password';
      if (use === 'fill') {
        return {state: takesText(element) && !element.readOnly ? 'ready' : 'locked', password};
      }
      element.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'});
      const box = element.getClientRects()[0];
      const x = Math.round(box.left + box.width / 2);
      const y = Math.round(box.top + box.height / 2);
      // Inline elements may be broken over lines, and labels stand for what they name.
      const hit = document.elementFromPoint(x, y);
      const isHit = hit && (element.contains(hit) || hit.closest('label')?.control === element);
      return {state: isHit ? 'ready' : 'covered', x, y};
    },
    focus() {
      const field = visible();
      field?.focus();
      if (field?.isContentEditable) getSelection().selectAllChildren(field);
      else field?.select?.();
      return {};
    },
    leave() {
      document.activeElement?.blur?.();
      return {};
    },
    shown() {
      const status = performance.getEntriesByType('navigation')[0]?.responseStatus || 0;
      return {title: document.title.slice(0, 200), url: location.href.slice(0, 2000), status};
    },
    storage() {
      return {origin: location.origin, local: held(() => localStorage), session: held(() => sessionStorage)};
    }
  };
  return JSON.stringify(questions[question]());
}
