export default {
  output: 'export',
  assetPrefix: process.env.ASSETS || undefined,
  basePath: process.env.BASE || '',
  trailingSlash: true,
  turbopack: { root: process.cwd() },
};
