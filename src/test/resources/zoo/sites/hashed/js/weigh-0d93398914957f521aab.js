document.querySelector('output').textContent = '12 ounces are ' + scale.grams(12) + ' grams';
