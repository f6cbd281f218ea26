declare module 'virtual:terminology-tables' {
  const tables: import('./tables').Tables;
  export default tables;
}
