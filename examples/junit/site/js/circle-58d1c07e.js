document.querySelector("#join").innerHTML = `
  <form>
    <label>Your name <input name="name"></label>
    <button>Join</button>
  </form>`;
