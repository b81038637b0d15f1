// Assembles one of the pages in src/pages and lets grunt-cache-busting put the hashes into its names.
module.exports = function (grunt) {
  var style = process.env.STYLE || 'data-main-first';
  var names = grunt.file.readJSON('styles.json')[style];
  var targets = {};
  names.forEach(function (pair) {
    targets[pair[0].replace(/\W/g, '_')] = { replace: ['dist/index.html'], replacement: pair[0], file: 'dist/' + pair[1] };
  });
  grunt.initConfig({ 'cache-busting': targets });
  grunt.loadNpmTasks('grunt-cache-busting');

  grunt.registerTask('copy', function () {
    if (grunt.file.exists('dist')) { grunt.file.delete('dist'); }
    var page = grunt.file.read('src/pages/' + style + '.html');
    grunt.file.write('dist/index.html', page);
    names.forEach(function (pair) { grunt.file.copy('src/' + pair[1], 'dist/' + pair[1]); });
    if (style === 'parts-on-a-line') { grunt.file.copy('src/js/element.js', 'dist/js/rent-parts.js'); }
    grunt.file.copy('src/bicycle.svg', 'dist/img/bicycle.svg');
    if (/data-main/.test(page)) { grunt.file.copy('node_modules/requirejs/require.js', 'dist/js/vendor/require.js'); }
    if (!/css/.test(JSON.stringify(names))) { grunt.file.copy('src/css/site.css', 'dist/css/site.css'); }
  });

  // The plugin renames without waiting for the end.
  grunt.registerTask('settle', function () { setTimeout(this.async(), 300); });
  grunt.registerTask('default', ['copy', 'cache-busting', 'settle']);
};
