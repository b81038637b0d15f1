const path = require('node:path');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');

module.exports = {
  mode: 'production',
  target: ['web', 'es2020'],
  entry: { main: `./src/${process.env.ENTRY || 'two'}.js` },
  output: {
    path: path.resolve('dist'),
    publicPath: process.env.PUBLIC_PATH || 'auto',
    filename: process.env.NO_HASH ? 'js/[name].js' : 'js/[name].[contenthash:8].js',
    assetModuleFilename: 'img/[name].[contenthash:8][ext]',
    clean: true,
  },
  devtool: process.env.SOURCE_MAPS ? 'source-map' : false,
  optimization: {
    runtimeChunk: 'single',
    splitChunks: {
      cacheGroups: {
        // Stands for the vendors of a larger page: what two chunks share.
        shared: { test: /src.shared/, name: 'shared', chunks: 'all', enforce: true },
      },
    },
  },
  module: {
    rules: [
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] },
      { test: /\.svg$/, type: 'asset/resource' },
    ],
  },
  plugins: [
    new HtmlWebpackPlugin({ template: 'src/index.html', scriptLoading: process.env.BLOCKING ? 'blocking' : 'defer' }),
    new MiniCssExtractPlugin({ filename: 'css/[name].[contenthash:8].css' }),
  ],
};
