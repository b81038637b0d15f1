// Puts a hash into every name, then writes the names into the pages, styles and scripts that mention them.
import { readFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { Transform } from 'node:stream';
import gulp from 'gulp';
import rev from 'gulp-rev';
import rewrite from 'gulp-rev-rewrite';

const { src, dest, series } = gulp;
const inRelease = () => new Transform({
  objectMode: true,
  transform(file, _, done) {
    if (file.extname === '.js') file.contents = Buffer.from(String(file.contents).replace("'2.0'", `'${process.env.RELEASE ?? '2'}.0'`));
    done(null, file);
  },
});

const prepare = async () => {
  await rm('dist', { recursive: true, force: true });
  await cp('src/bicycle.svg', 'work/img/bicycle.svg');
};
const assets = () =>
  src(['src/js/*.js', 'src/css/*.css', 'work/img/*.svg'], { base: 'src', encoding: false })
    .pipe(inRelease())
    .pipe(renamed())
    .pipe(rev())
    .pipe(dest('dist'))
    .pipe(rev.manifest('rev-manifest.json'))
    .pipe(dest('work'));
// The image comes from the folder that all tools share.
function renamed() {
  return new Transform({
    objectMode: true,
    transform(file, _, done) {
      if (file.extname === '.svg') { file.base = `${process.cwd()}/work`; file.path = `${process.cwd()}/work/img/${file.basename}`; }
      done(null, file);
    },
  });
}
const files = process.env.ONLY_PAGES ? [] : ['dist/**/*.js', 'dist/**/*.css'];
const names = () =>
  src(['src/page.html', ...files], { base: 'dist', allowEmpty: true })
    .pipe(new Transform({
      objectMode: true,
      transform(file, _, done) {
        if (file.extname === '.html') { file.base = `${process.cwd()}/src`; file.basename = 'index.html'; }
        done(null, file);
      },
    }))
    .pipe(rewrite({ manifest: readFileSync(process.env.MANIFEST ?? 'work/rev-manifest.json') }))
    .pipe(dest('dist'));

export default series(prepare, assets, names);
