export const release = '2.0';
