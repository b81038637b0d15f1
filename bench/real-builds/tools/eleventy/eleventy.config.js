import { EleventyHtmlBasePlugin } from '@11ty/eleventy';

export default function (config) {
  if (process.env.PREFIX) config.addPlugin(EleventyHtmlBasePlugin);
  config.addPassthroughCopy({ 'src/style.css': 'css/style.css', 'src/bicycle.svg': 'css/bicycle.svg', 'site/js': 'js' });
  return { dir: { input: 'site', output: 'dist' }, pathPrefix: process.env.PREFIX ?? '/' };
}
