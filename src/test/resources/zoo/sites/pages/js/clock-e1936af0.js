document.getElementById('next-ferry').textContent = 'Next ferry at ' + ((new Date().getHours() + 1) % 24) + ':00';
