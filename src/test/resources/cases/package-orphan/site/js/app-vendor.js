function render(into) { into.innerHTML = "<form><input></form>"; }
