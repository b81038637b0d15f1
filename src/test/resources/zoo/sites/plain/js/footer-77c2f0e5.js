document.getElementById('version').textContent = 'Release 14 of this page';
