document.querySelector('#hours').append(' Open every day from seven to seven.');
