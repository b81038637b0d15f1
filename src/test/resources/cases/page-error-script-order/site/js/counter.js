document.body.title = numbers.spell(3);
