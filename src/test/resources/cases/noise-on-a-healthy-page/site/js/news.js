document.getElementById('news').textContent = 'Nothing new.';
console.warn('deprecated');
console.error('the cookie banner was not configured');
setInterval(function () { fetch('/poll'); }, 300);
fetch('/long-poll');
new EventSource('/events');
