document.querySelector("#app").innerHTML = "<form><input></form>";
