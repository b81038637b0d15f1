// Copies the page and lets grunt-cache-bust rename or mark its assets.
module.exports = function (grunt) {
  const style = process.env.STYLE || 'scripts';

  grunt.initConfig({
    cacheBust: {
      assets: {
        options: {
          assets: ['js/**/*.js', 'css/*.css'],
          baseDir: 'dist',
          deleteOriginals: !process.env.KEEP,
          queryString: Boolean(process.env.QUERY),
        },
        src: ['dist/index.html'],
      },
    },
  });
  grunt.loadNpmTasks('grunt-cache-bust');

  grunt.registerTask('copy', function () {
    grunt.file.delete('dist');
    grunt.file.recurse('src', (file, root, folder, name) => {
      if (/^(js|css)$/.test(folder)) grunt.file.copy(file, `dist/${folder}/${name}`);
    });
    grunt.file.copy('src/bicycle.svg', 'dist/img/bicycle.svg');
    grunt.file.copy(`src/${style}.html`, 'dist/index.html');
    if (style === 'amd') grunt.file.copy('node_modules/requirejs/require.js', 'dist/js/require.js');
    else grunt.file.delete('dist/js/main-amd.js');
    if (style === 'amd') for (const name of ['element', 'borrow']) grunt.file.delete(`dist/js/${name}.js`);
  });
  grunt.registerTask('default', ['copy', 'cacheBust']);
};
