document.getElementById('join').onclick = function () { this.textContent = 'See you'; };
