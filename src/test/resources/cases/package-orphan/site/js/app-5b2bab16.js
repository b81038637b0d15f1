render(document.querySelector("#app"));
